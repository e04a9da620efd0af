using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Server.Clients;

/// <summary>What a remote system says of one group, in the lengths that are kept.</summary>
internal sealed record GroupListing(string Id, string Name, IReadOnlyList<string> Clients)
{
    private const int LongestId = 200;
    private const int LongestName = 500;

    public static GroupListing Of(IProviderClientGroup group) => new(
        group.ExternalGroupId, Shown(group.GroupName ?? ""), [.. (group.ExternalClientIds ?? []).Where(static id => !string.IsNullOrWhiteSpace(id)).Distinct(StringComparer.Ordinal)]);

    /// <summary>Why it is not taken over; null when it is.</summary>
    /// <param name="seen">The ids that were listed before.</param>
    public string? WhyNot(IReadOnlyDictionary<string, GroupListing> seen) => string.IsNullOrWhiteSpace(Id) ? "its id is empty"
        : IsUnfit(Id) ? $"its id is longer than {LongestId} characters or has a zero character"
        : seen.ContainsKey(Id) ? $"the id {Id} was listed before in the same answer"
        : Clients.FirstOrDefault(IsUnfit) is not null ? $"the id of a client in it is longer than {LongestId} characters or has a zero character"
        : null;

    public override string ToString() => $"{Name} ({Id})";

    // PostgreSQL refuses the zero character.
    private static bool IsUnfit(string id) => id.Length > LongestId || id.Contains('\0', StringComparison.Ordinal);

    private static string Shown(string name)
    {
        var plain = name.Replace("\0", "", StringComparison.Ordinal);
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }
}
