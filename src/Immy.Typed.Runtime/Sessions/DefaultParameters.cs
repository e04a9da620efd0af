using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Sessions;

/// <summary><c>$PSDefaultParameterValues</c> of a session: every call finds it as the script's top level left it, whatever the call before did to it.</summary>
internal sealed class DefaultParameters
{
    private const string Name = "PSDefaultParameterValues";

    private DefaultParameterDictionary _usual = [];

    public void Remember(PSVariableIntrinsics variables) => _usual = Copy(variables.GetValue(Name) as IDictionary);

    public void Restore(PSVariableIntrinsics variables)
    {
        if (variables.GetValue(Name) is not DefaultParameterDictionary now || now.Count != _usual.Count || !IsUsual(now))
        {
            variables.Set(Name, Copy(_usual));
        }
    }

    private bool IsUsual(DefaultParameterDictionary now)
    {
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
