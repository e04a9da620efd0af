namespace Immy.Typed.Server.Agents;

/// <summary>What the inventory script of a provider link found on a computer.</summary>
internal sealed class ComputerInventory
{
    public required Guid ComputerId { get; init; }

    public required Guid ProviderLinkId { get; init; }

    /// <summary>The agent's id; null when there is no such agent on the computer.</summary>
    public string? ExternalAgentId { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>When it is looked again.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How many looks failed since the last one that went well.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last one failed; null when it went well.</summary>
    public string? Error { get; set; }
}
