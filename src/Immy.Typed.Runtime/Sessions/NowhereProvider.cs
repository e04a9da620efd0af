using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Immy.Typed.Sessions;

/// <summary>
/// The drive that a session stands in: it holds nothing and does nothing. Without any, the engine cannot resolve a path,
/// and it resolves one even for <c>2>$null</c>.
/// </summary>
[CmdletProvider(DriveName, ProviderCapabilities.None)]
internal sealed class NowhereProvider : DriveCmdletProvider
{
    public const string DriveName = "Nowhere";

    /// <inheritdoc/>
    protected override Collection<PSDriveInfo> InitializeDefaultDrives() => [new(DriveName, ProviderInfo, "", "An integration has no files.", null)];
}
