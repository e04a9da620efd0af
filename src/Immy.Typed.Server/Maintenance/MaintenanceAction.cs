using Immy.Typed.Server.Deployments;

namespace Immy.Typed.Server.Maintenance;

/// <summary>One thing that a maintenance session does: a software is installed or uninstalled, since a deployment wants it.</summary>
internal sealed class MaintenanceAction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SessionId { get; init; }

    public MaintenanceSession? Session { get; init; }

    /// <summary>Its place in the session, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The deployment that asks for it. Kept when the deployment is deleted, as the name of the software is.</summary>
    public required Guid DeploymentId { get; init; }

    public required Guid SoftwareId { get; init; }

    public required string SoftwareName { get; init; }

    public required DesiredState DesiredState { get; init; }

    public WorkState State { get; set; }

    /// <summary>The provider link that served it.</summary>
    public Guid? ProviderLinkId { get; set; }

    /// <summary>Its run, with all that its script wrote to its streams.</summary>
    public Guid? RunId { get; set; }

    /// <summary>What its script wrote as results, secrets masked.</summary>
    public string? Output { get; set; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
