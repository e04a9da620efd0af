using Immy.Typed.Server.Agents;
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

    public string? SerialNumber
    {
        get;
        set => (field, SerialKey) = (value, SerialNumbers.KeyOf(value));
    }

    /// <summary>The serial number as it is compared; null when it does not tell this computer from others.</summary>
    public string? SerialKey { get; private set; }

    public string? Manufacturer { get; set; }

    public string? OSName { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string Stamp { get; set; } = "";
}
