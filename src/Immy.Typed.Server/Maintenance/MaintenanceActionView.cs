using Immy.Typed.Server.Deployments;

namespace Immy.Typed.Server.Maintenance;

/// <summary>An action of a maintenance session as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its place in the session, from 1.</param>
/// <param name="DeploymentId">The deployment that asks for it.</param>
/// <param name="SoftwareId">The software.</param>
/// <param name="SoftwareName">The software's name.</param>
/// <param name="DesiredState">What is to be of the software.</param>
/// <param name="State">How it stands.</param>
/// <param name="ProviderLinkId">The provider link that served it; null when none did.</param>
/// <param name="RunId">Its run: <c>GET /api/v1/runs/{runId}/events</c> tells what its script wrote.</param>
/// <param name="Output">What its script wrote as results, secrets masked.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
internal sealed record MaintenanceActionView(
    Guid Id,
    int Number,
    Guid DeploymentId,
    Guid SoftwareId,
    string SoftwareName,
    DesiredState DesiredState,
    WorkState State,
    Guid? ProviderLinkId,
    Guid? RunId,
    string? Output,
    string? Error,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    public static MaintenanceActionView Of(MaintenanceAction action) => new(
        action.Id,
        action.Number,
        action.DeploymentId,
        action.SoftwareId,
        action.SoftwareName,
        action.DesiredState,
        action.State,
        action.ProviderLinkId,
        action.RunId,
        action.Output,
        action.Error,
        action.StartedAt,
        action.EndedAt);
}
