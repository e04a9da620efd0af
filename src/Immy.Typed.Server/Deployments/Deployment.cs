using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tenants;

namespace Immy.Typed.Server.Deployments;

/// <summary>What is to be of a software on the computers of a tenant, or on one computer.</summary>
internal sealed class Deployment : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SoftwareId { get; init; }

    public SoftwareItem? Software { get; init; }

    /// <summary>The tenant; null when it is about one computer.</summary>
    public Guid? TenantId { get; init; }

    public Tenant? Tenant { get; init; }

    /// <summary>The computer; null when it is about a tenant.</summary>
    public Guid? ComputerId { get; init; }

    public Computer? Computer { get; init; }

    public DesiredState DesiredState { get; set; }

    /// <summary>The provider link that serves the software; null where the only one that there is does.</summary>
    public Guid? ProviderLinkId { get; set; }

    public string Stamp { get; set; } = "";
}
