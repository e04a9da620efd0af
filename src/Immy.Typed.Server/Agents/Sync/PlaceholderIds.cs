namespace Immy.Typed.Server.Agents;

/// <summary>Texts that stand where an id should be: several computers would share them.</summary>
internal static class PlaceholderIds
{
    // Each seen in records that remote systems make before an agent has reported.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "", "null", "none", "n/a", "unknown", "undefined", "pending", "0", "-1" };

    public static bool Has(string id) => Known.Contains(id) || (Guid.TryParse(id, out var guid) && (guid == Guid.Empty || guid == Guid.AllBitsSet));
}
