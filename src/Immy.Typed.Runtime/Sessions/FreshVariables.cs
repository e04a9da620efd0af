using System.Management.Automation;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary>The preference variables of a session, which every call finds as the script's top level left them.</summary>
internal sealed class FreshVariables
{
    private readonly List<Remembered> _all = [];

    /// <summary>Remembers the variables as they are now.</summary>
    public void Remember(PSVariableIntrinsics variables)
    {
        _all.Clear();
        foreach (var name in SessionVariables.FreshForEveryCall())
        {
            var variable = variables.Get(name);
            _all.Add(new(name, variable, variable?.Value));
        }
    }

    /// <summary>Gives those that have changed their value back.</summary>
    public void Restore(PSVariableIntrinsics variables)
    {
        foreach (var (name, variable, value) in _all)
        {
            // To look a variable up by its name costs more than all the rest.
            if (variable is not null && VariableInternals.IsCurrent(variable))
            {
                if (!Equals(variable.Value, value))
                {
                    variable.Value = value;
                }
            }
            else if (!Equals(variables.GetValue(name), value))
            {
                variables.Set(name, value);
            }
        }
    }

    private readonly record struct Remembered(string Name, PSVariable? Variable, object? Value);
}
