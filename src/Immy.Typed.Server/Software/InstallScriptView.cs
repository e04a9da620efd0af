namespace Immy.Typed.Server.Software;

/// <summary>The script that installs software for one tenant, and where it comes from.</summary>
/// <param name="Script">Its text, the secrets of the provider link masked.</param>
/// <param name="IsOwn">True when it is the software's own; false when its provider link offers it.</param>
/// <param name="ProviderLinkId">The provider link that offers it; null for the software's own.</param>
/// <param name="ProviderLinkName">Its name.</param>
/// <param name="ClientId">The client's id in the remote system for whom it is; null for the software's own.</param>
internal sealed record InstallScriptView(string Script, bool IsOwn, Guid? ProviderLinkId, string? ProviderLinkName, string? ClientId);
