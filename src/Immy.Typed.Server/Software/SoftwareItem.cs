using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Software;

/// <summary>Software that deployments install or uninstall; the agent of an integration type, where it is linked to one.</summary>
internal sealed class SoftwareItem : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The integration type whose agent it is; null when it is none's.</summary>
    public Guid? IntegrationTypeId { get; set; }

    public IntegrationType? IntegrationType { get; init; }

    /// <summary>A metascript; null where the provider link offers one, or where it is not installed by this server.</summary>
    public string? InstallScript { get; set; }

    /// <summary>A metascript; null where it is not uninstalled by this server.</summary>
    public string? UninstallScript { get; set; }

    public string Stamp { get; set; } = "";
}
