namespace Immy.Typed.Server.Deployments;

/// <summary>A deployment as the API shows it.</summary>
internal sealed record DeploymentView(
    Guid Id, Guid SoftwareId, string SoftwareName, Guid? TenantId, string? TenantName, Guid? ComputerId, string? ComputerName, DesiredState DesiredState, Guid? ProviderLinkId);
