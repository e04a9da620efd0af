namespace Immy.Typed.Server.Installers;

/// <summary>What would be downloaded.</summary>
/// <param name="FileName">The name that it is saved under.</param>
/// <param name="Host">The host that it comes from; null where the script gives no address that a file can be fetched from.</param>
/// <param name="ClientId">The client's id in the remote system.</param>
/// <param name="RunId">The run that found it out.</param>
internal sealed record InstallerView(string FileName, string? Host, string ClientId, Guid RunId);
