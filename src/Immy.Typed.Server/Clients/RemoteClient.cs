using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Tenants;

namespace Immy.Typed.Server.Clients;

/// <summary>A client of the remote system, and the tenant that it is mapped to.</summary>
internal sealed class RemoteClient : IAudited
{
    private static readonly string[] FieldsOfPeople = [nameof(TenantId)];

    IReadOnlyCollection<string> IAudited.FieldsOfPeople => FieldsOfPeople;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ProviderLinkId { get; init; }

    public required string ExternalClientId { get; init; }

    public required string Name { get; set; }

    public Guid? TenantId { get; set; }

    public Tenant? Tenant { get; init; }

    /// <summary>The agent version that it should have; null when that is not known.</summary>
    public string? LatestAgentVersion { get; set; }

    /// <summary>When that version was told.</summary>
    public DateTimeOffset? LatestAgentVersionAt { get; set; }

    /// <summary>Since when the remote system does not list it any more. Kept, so that one that returns is the same client.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}
