using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Sessions.Records;

/// <summary>
/// What <c>[pscustomobject]</c> makes in a session. ConstrainedLanguage converts no table to an object, but it
/// does call the constructor of an allowed type; this one is the same record with the same members.
/// </summary>
public sealed class RecordLiteral : PSObject
{
    /// <summary>Keeps a value that is no table as it is, which is what the cast does in PowerShell.</summary>
    /// <param name="value">The value.</param>
    public RecordLiteral(object value)
        : base(value)
    {
    }

    /// <summary>Makes a record of a table's entries, in their order.</summary>
    /// <param name="entries">The entries.</param>
    public RecordLiteral(IDictionary entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (DictionaryEntry entry in entries)
        {
            Properties.Add(new PSNoteProperty(entry.Key.ToString(), entry.Value));
        }
    }
}
