namespace Immy.Typed.Server.Software;

/// <summary>Software to make or change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IntegrationTypeId">The integration type whose agent it is; null when it is none's.</param>
/// <param name="InstallScript">The script that installs it; null where there is none.</param>
/// <param name="UninstallScript">The script that uninstalls it; null where there is none.</param>
internal sealed record SaveSoftware(string? Name, Guid? IntegrationTypeId, string? InstallScript, string? UninstallScript);
