using System.Collections;
using System.Management.Automation;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary><c>$PSDefaultParameterValues</c> of a session: every call finds it as the script's top level left it, whatever the call before did to it.</summary>
internal sealed class DefaultParameters
{
    private const string Name = "PSDefaultParameterValues";

    private DefaultParameterDictionary _usual = [];
    private PSVariable? _variable;

    public void Remember(PSVariableIntrinsics variables)
    {
        _variable = variables.Get(Name);
        _usual = Copy(_variable?.Value as IDictionary);
    }

    public void Restore(PSVariableIntrinsics variables)
    {
        // To look it up by its name costs more than to look into it.
        var variable = _variable is not null && VariableInternals.IsCurrent(_variable) ? _variable : variables.Get(Name);
        if (variable?.Value is not DefaultParameterDictionary now || now.Count != _usual.Count || !IsUsual(now))
        {
            variables.Set(Name, Copy(_usual));
        }
    }

    private bool IsUsual(DefaultParameterDictionary now)
    {
        if (_usual.Count == 0)
        {
            return true;
        }

        foreach (DictionaryEntry entry in now)
        {
            if (!_usual.ContainsKey(entry.Key) || !Equals(_usual[entry.Key], entry.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static DefaultParameterDictionary Copy(IDictionary? from)
    {
        var copy = new DefaultParameterDictionary();
        foreach (DictionaryEntry entry in from ?? new Hashtable())
        {
            copy.Add(entry.Key, entry.Value);
        }

        return copy;
    }
}
