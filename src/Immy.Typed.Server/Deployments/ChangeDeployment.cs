namespace Immy.Typed.Server.Deployments;

/// <summary>What can be changed of a deployment; for another software or target a new one is made.</summary>
/// <param name="DesiredState">What is to be of the software.</param>
/// <param name="ProviderLinkId">The provider link that serves it; to be chosen where several could.</param>
internal sealed record ChangeDeployment(DesiredState DesiredState, Guid? ProviderLinkId);
