using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Server.Agents;

/// <summary>What a remote system says of one agent, in the lengths that are kept.</summary>
internal sealed record AgentListing(
    string Id, string? ClientId, string Name, string? SerialNumber, string? OSName, string? Manufacturer, string? Version, bool IsOnline, bool SupportsOnlineStatus, bool SupportsRunningScripts)
{
    private const int Short = 200;

    public static AgentListing Of(IProviderAgentDetails agent) => new(
        agent.ExternalAgentId.Trim(),
        string.IsNullOrWhiteSpace(agent.ExternalClientId) ? null : agent.ExternalClientId.Trim(),
        Cut(agent.Name, 500) ?? Cut(agent.ExternalAgentId, 500) ?? "an agent without a name",
        Cut(agent.SerialNumber, Short),
        Cut(agent.OSName, Short),
        Cut(agent.Manufacturer, Short),
        agent.AgentVersion?.ToString(),
        agent.IsOnline,
        agent.SupportsOnlineStatus,
        agent.SupportsRunningScripts);

    /// <summary>Why it is not taken over; null when it is.</summary>
    public string? WhyNot() => Id.Length > Short || ClientId?.Length > Short ? $"its id or its client's is longer than {Short} characters"
        : Id.Contains('\0', StringComparison.Ordinal) || ClientId?.Contains('\0', StringComparison.Ordinal) == true ? "its id or its client's has a zero character"
        : PlaceholderIds.Has(Id) ? $"'{Id}' is a placeholder, not an id"
        : null;

    // PostgreSQL refuses the zero character.
    private static string? Cut(string? text, int longest)
    {
        var plain = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(plain) ? null : plain.Length <= longest ? plain : plain[..longest];
    }
}
