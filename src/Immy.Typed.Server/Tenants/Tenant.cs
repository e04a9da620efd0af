using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Tenants;

/// <summary>A customer of the MSP.</summary>
internal sealed class Tenant : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public string Stamp { get; set; } = "";
}
