using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Sessions.Records;

/// <summary>
/// What <c>[pscustomobject]@{ ... }</c> makes in a session. ConstrainedLanguage converts no table to an object, but it
/// does call the constructor of an allowed type; this one is the same record with the same members.
/// </summary>
public sealed class RecordLiteral : PSObject
{
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
