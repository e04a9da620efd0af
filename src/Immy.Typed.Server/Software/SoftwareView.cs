namespace Immy.Typed.Server.Software;

/// <summary>Software as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IntegrationTypeId">The integration type whose agent it is; null when it is none's.</param>
/// <param name="InstallScript">The script that installs it.</param>
/// <param name="UninstallScript">The script that uninstalls it.</param>
internal sealed record SoftwareView(Guid Id, string Name, Guid? IntegrationTypeId, string? InstallScript, string? UninstallScript)
{
    public static SoftwareView Of(SoftwareItem software) => new(software.Id, software.Name, software.IntegrationTypeId, software.InstallScript, software.UninstallScript);
}
