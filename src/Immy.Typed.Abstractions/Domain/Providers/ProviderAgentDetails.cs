namespace Immybot.Backend.Domain.Providers;

/// <summary>An agent of the vendor's system, as a value.</summary>
public sealed record ProviderAgentDetails : IProviderAgentDetails
{
    /// <inheritdoc/>
    public required string ExternalAgentId { get; init; }

    /// <inheritdoc/>
    public string? ExternalClientId { get; init; }

    /// <inheritdoc/>
    public string? Name { get; init; }

    /// <inheritdoc/>
    public string? SerialNumber { get; init; }

    /// <inheritdoc/>
    public string? OSName { get; init; }

    /// <inheritdoc/>
    public string? Manufacturer { get; init; }

    /// <inheritdoc/>
    public bool IsOnline { get; init; }

    /// <inheritdoc/>
    public Version? AgentVersion { get; init; }

    /// <inheritdoc/>
    public bool SupportsRunningScripts { get; init; }

    /// <inheritdoc/>
    public bool SupportsOnlineStatus { get; init; }
}
