namespace Immy.Typed.Sessions.AllowList;

/// <summary>Commands that reach the machine they run on: no session has them, and whoever calls one is told where it works.</summary>
internal static class MachineCommands
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Get-Content", "Set-Content", "Add-Content", "Clear-Content", "Out-File", "gc", "cat", "type",
        "Get-ChildItem", "gci", "ls", "dir", "Get-Item", "gi", "New-Item", "ni", "Remove-Item", "ri", "rm", "del", "Copy-Item", "cp", "copy", "Move-Item", "mv", "move",
        "Rename-Item", "Set-Item", "Clear-Item", "Invoke-Item", "ii",
        "Get-ItemProperty", "gp", "Get-ItemPropertyValue", "Set-ItemProperty", "New-ItemProperty", "Remove-ItemProperty", "Clear-ItemProperty", "Copy-ItemProperty", "Move-ItemProperty", "Rename-ItemProperty",
        "Test-Path", "Resolve-Path", "rvpa", "Convert-Path", "Split-Path", "Join-Path", "Get-Location", "pwd", "Set-Location", "cd", "Push-Location", "Pop-Location",
        "Get-PSDrive", "New-PSDrive", "Remove-PSDrive", "Get-Acl", "Set-Acl", "Get-AuthenticodeSignature", "Unblock-File",
        "Get-Process", "ps", "gps", "Start-Process", "saps", "start", "Stop-Process", "kill", "spps", "Wait-Process", "Debug-Process",
        "Get-Service", "gsv", "Start-Service", "Stop-Service", "Restart-Service", "Set-Service", "New-Service", "Remove-Service", "Suspend-Service", "Resume-Service",
        "Get-CimInstance", "Get-WmiObject", "Invoke-CimMethod", "Get-EventLog", "Get-WinEvent", "Get-HotFix", "Get-ComputerInfo", "Get-TimeZone", "Set-TimeZone", "Get-Clipboard", "Set-Clipboard",
        "Restart-Computer", "Stop-Computer", "Rename-Computer", "Add-Computer", "Test-Connection", "Clear-RecycleBin",
        "Import-Csv", "Export-Csv", "Import-Clixml", "Export-Clixml", "Import-PowerShellDataFile", "New-TemporaryFile", "Start-Job", "Start-ThreadJob", "Invoke-Command", "Enter-PSSession", "New-PSSession",
        "Start-Transcript", "Stop-Transcript", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh", "msiexec", "msiexec.exe", "reg", "reg.exe", "sc.exe", "net", "net.exe", "wmic",
    };

    public static bool Contains(string command) => Names.Contains(command);
}
