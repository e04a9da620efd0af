using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Sessions;

/// <summary>Keeps <c>$PSDefaultParameterValues</c> as the script's own top level left it: a table that a block may change in place.</summary>
internal sealed class DefaultParameters
{
    private const string Name = "PSDefaultParameterValues";

    private object? _value;
    private DictionaryEntry[] _entries = [];

    public void Remember(PSVariableIntrinsics variables)
    {
        _value = variables.GetValue(Name);
        _entries = _value is IDictionary table ? [.. table.Cast<DictionaryEntry>()] : [];
    }

    public void Restore(PSVariableIntrinsics variables)
    {
        if (!ReferenceEquals(variables.GetValue(Name), _value))
        {
            variables.Set(Name, _value);
        }

        if (_value is IDictionary table && !IsUntouched(table))
        {
            table.Clear();
            foreach (var entry in _entries)
            {
                table[entry.Key] = entry.Value;
            }
        }
    }

    private bool IsUntouched(IDictionary table)
        => table.Count == _entries.Length && Array.TrueForAll(_entries, entry => table.Contains(entry.Key) && Equals(table[entry.Key], entry.Value));
}
