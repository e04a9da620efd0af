using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tenants;

namespace Immy.Typed.Server.Computers;

/// <summary>A computer of a tenant, on which agents of several remote systems may run.</summary>
internal sealed class Computer : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? TenantId { get; set; }

    public Tenant? Tenant { get; init; }

    public required string Name { get; set; }

    public string? SerialNumber { get; set; }

    public string? Manufacturer { get; set; }

    public string? OSName { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string Stamp { get; set; } = "";
}
