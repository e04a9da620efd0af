namespace Immybot.Backend.Domain.Providers;

/// <summary>A client in the vendor's system, as a value.</summary>
public sealed record ProviderClientDetails : IProviderClientDetails
{
    /// <inheritdoc/>
    public required string ExternalClientId { get; init; }

    /// <inheritdoc/>
    public required string ClientName { get; init; }
}
