namespace Immy.Typed.Server.Deployments;

/// <summary>A deployment to make.</summary>
/// <param name="SoftwareId">The software.</param>
/// <param name="TenantId">The tenant for whose computers it is; or <paramref name="ComputerId"/>.</param>
/// <param name="ComputerId">The one computer for which it is; or <paramref name="TenantId"/>.</param>
/// <param name="DesiredState">What is to be of the software.</param>
/// <param name="ProviderLinkId">The provider link that serves it; to be chosen where several could.</param>
internal sealed record SaveDeployment(Guid SoftwareId, Guid? TenantId, Guid? ComputerId, DesiredState DesiredState, Guid? ProviderLinkId);
