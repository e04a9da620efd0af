using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Immy.Typed.Computers;

/// <summary>Copies values as they cross between a session and a computer: data passes, code and live objects become data.</summary>
internal static class ComputerData
{
    private const int Deepest = 5;

    public static object? Detach(object? value) => Detach(value, Deepest);

    private static object? Detach(object? value, int depth)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (bare)
        {
            case null or string or decimal or DateTime or DateTimeOffset or TimeSpan or Guid or Version or Uri or byte[] or System.Security.SecureString:
                return bare;
            case Enum:
                return bare;
            case { } plain when plain.GetType().IsPrimitive:
                return bare;
            case ScriptBlock or PSModuleInfo or CommandInfo or Runspace or PowerShell:
                return bare.ToString();
            case SwitchParameter given:
                return given.IsPresent;
            case IDictionary when depth > 0:
                return Table((IDictionary)bare, depth);
            case IEnumerable several when depth > 0:
                return several.Cast<object?>().Select(item => Detach(item, depth - 1)).ToArray();
            default:
                return depth > 0 ? Record(PSObject.AsPSObject(value!), depth) : bare.ToString();
        }
    }

    private static IDictionary Table(IDictionary table, int depth)
    {
        IDictionary copy = table is Hashtable ? new Hashtable(StringComparer.OrdinalIgnoreCase) : new System.Collections.Specialized.OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            copy[entry.Key is string or ValueType ? entry.Key : entry.Key.ToString()!] = Detach(entry.Value, depth - 1);
        }

        return copy;
    }

    private static PSObject Record(PSObject source, int depth)
    {
        var copy = new PSObject();
        foreach (var property in source.Properties)
        {
            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                continue;
            }

            copy.Properties.Add(new PSNoteProperty(property.Name, Detach(value, depth - 1)));
        }

        return copy;
    }
}
