namespace Immy.Typed.Sessions.AllowList;

/// <summary>Commands that reach the machine they run on: no session has them, and whoever calls one is told where it works.</summary>
internal static class MachineCommands
{
    private static readonly HashSet<string> Names = new(Groups().SelectMany(static group => group.Names), StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string command) => Names.Contains(command);

    /// <summary>What the commands reach, and their names and usual aliases.</summary>
    public static IReadOnlyList<(string Reaches, string[] Names)> Groups() =>
    [
        ("the content of files",
            ["Get-Content", "Set-Content", "Add-Content", "Clear-Content", "Out-File", "gc", "cat", "type", "Import-Csv", "Export-Csv", "Import-Clixml", "Export-Clixml",
             "Import-PowerShellDataFile", "Import-LocalizedData", "New-TemporaryFile", "Expand-Archive", "Compress-Archive", "Unblock-File"]),
        ("files, registry, certificates and environment, through drives",
            ["Get-ChildItem", "gci", "ls", "dir", "Get-Item", "gi", "New-Item", "ni", "Remove-Item", "ri", "rm", "del", "Copy-Item", "cp", "copy", "Move-Item", "mv", "move",
             "Rename-Item", "Set-Item", "Clear-Item", "Invoke-Item", "ii",
             "Get-ItemProperty", "gp", "Get-ItemPropertyValue", "Set-ItemProperty", "New-ItemProperty", "Remove-ItemProperty", "Clear-ItemProperty", "Copy-ItemProperty", "Move-ItemProperty", "Rename-ItemProperty",
             "Test-Path", "Resolve-Path", "rvpa", "Convert-Path", "Split-Path", "Join-Path", "Get-Location", "pwd", "Set-Location", "cd", "Push-Location", "Pop-Location",
             "Get-PSDrive", "New-PSDrive", "Remove-PSDrive", "Get-PSProvider"]),
        ("rights and signatures",
            ["Get-Acl", "Set-Acl", "Get-AuthenticodeSignature", "Set-AuthenticodeSignature", "Get-PfxCertificate", "New-SelfSignedCertificate", "Import-PfxCertificate", "Get-ExecutionPolicy", "Set-ExecutionPolicy"]),
        ("processes",
            ["Get-Process", "ps", "gps", "Start-Process", "saps", "start", "Stop-Process", "kill", "spps", "Wait-Process", "Debug-Process",
             "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh", "msiexec", "msiexec.exe", "reg", "reg.exe", "sc.exe", "net", "net.exe", "wmic", "rundll32.exe", "schtasks", "schtasks.exe"]),
        ("services",
            ["Get-Service", "gsv", "Start-Service", "Stop-Service", "Restart-Service", "Set-Service", "New-Service", "Remove-Service", "Suspend-Service", "Resume-Service"]),
        ("the machine itself, its logs and its screen",
            ["Get-CimInstance", "Get-CimClass", "Invoke-CimMethod", "New-CimSession", "Get-WmiObject", "Invoke-WmiMethod", "Get-EventLog", "Get-WinEvent", "Get-HotFix", "Get-ComputerInfo", "Get-TimeZone", "Set-TimeZone", "Set-Date", "Get-Uptime",
             "Get-Clipboard", "Set-Clipboard", "Out-Printer", "Out-GridView", "Restart-Computer", "Stop-Computer", "Rename-Computer", "Add-Computer", "Test-Connection", "Clear-RecycleBin",
             "Start-Transcript", "Stop-Transcript"]),
        ("other runspaces, jobs and machines",
            ["Start-Job", "Start-ThreadJob", "Get-Job", "Wait-Job", "Receive-Job", "Stop-Job", "Remove-Job", "Invoke-Command", "Enter-PSSession", "New-PSSession", "Get-PSSession", "Remove-PSSession", "Import-PSSession", "Connect-PSSession",
             "Enable-PSRemoting", "Get-Runspace", "Enter-PSHostProcess"]),
        ("the debugger and its log files",
            ["Set-PSBreakpoint", "Get-PSBreakpoint", "Enable-PSBreakpoint", "Wait-Debugger", "Debug-Runspace", "Enable-RunspaceDebug", "Debug-Job", "Trace-Command", "Set-TraceSource"]),
        ("code and modules of the machine",
            ["Add-Type", "Find-Module", "Install-Module", "Save-Module", "Update-Module", "Install-PSResource", "New-ModuleManifest", "Test-ModuleManifest", "Update-Help", "Save-Help"]),
    ];
}
