using Immy.Typed.Server.Security.People;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Immy.Typed.Server.Audit;

/// <summary>What a save does to one thing.</summary>
internal static class Changes
{
    // They follow from the other fields.
    private static readonly string[] Followers = [nameof(IStamped.Stamp), nameof(Person.SecurityStamp), nameof(Person.NormalizedUserName)];

    /// <summary>What is done, and the names of the fields that change; null when nothing does.</summary>
    public static (AuditAction Action, string? Fields)? Of(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => (AuditAction.Created, null),
        EntityState.Deleted => (AuditAction.Deleted, null),
        EntityState.Modified when FieldsOf(entry) is { Length: > 0 } fields => (AuditAction.Changed, fields),
        _ => null,
    };

    private static string FieldsOf(EntityEntry entry)
    {
        var fields = string.Join(", ", entry.Properties
            .Where(static property => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
            .Select(static property => property.Metadata.Name)
            .Except(Followers)
            .Order(StringComparer.Ordinal));
        return fields.Length <= AuditEntryConfiguration.LongestText ? fields : fields[..AuditEntryConfiguration.LongestText];
    }
}
