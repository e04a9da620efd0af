namespace Immy.Typed.Sessions.AllowList;

/// <summary>PowerShell's usual aliases of the allowed commands, and the second spellings of ours.</summary>
internal static class AllowedAliases
{
    public static IReadOnlyList<(string Name, string Command)> List() =>
    [
        ("%", "ForEach-Object"), ("foreach", "ForEach-Object"), ("?", "Where-Object"), ("where", "Where-Object"),
        ("select", "Select-Object"), ("sort", "Sort-Object"), ("group", "Group-Object"), ("measure", "Measure-Object"), ("tee", "Tee-Object"),
        ("compare", "Compare-Object"), ("diff", "Compare-Object"), ("gu", "Get-Unique"), ("sls", "Select-String"),
        ("irm", "Invoke-RestMethod"), ("iwr", "Invoke-WebRequest"), ("curl", "Invoke-WebRequest"), ("wget", "Invoke-WebRequest"),
        ("echo", "Write-Output"), ("write", "Write-Output"), ("fl", "Format-List"), ("ft", "Format-Table"), ("fw", "Format-Wide"), ("fc", "Format-Custom"), ("fhx", "Format-Hex"), ("oh", "Out-Host"),
        ("gcm", "Get-Command"), ("gm", "Get-Member"), ("gmo", "Get-Module"), ("ipmo", "Import-Module"), ("gal", "Get-Alias"), ("sal", "Set-Alias"), ("nal", "New-Alias"),
        ("gv", "Get-Variable"), ("sv", "Set-Variable"), ("set", "Set-Variable"), ("nv", "New-Variable"), ("clv", "Clear-Variable"), ("rv", "Remove-Variable"),
        ("sleep", "Start-Sleep"), ("gerr", "Get-Error"), ("gcs", "Get-PSCallStack"), ("help", "Get-Help"), ("man", "Get-Help"), ("TabExpansion2", "Complete-Input"),

        ("Get-IntegrationAgentInstallTokenCmdlet", "Get-IntegrationAgentInstallToken"),
        ("Get-IntegrationTenantUninstallTokenCmdlet", "Get-IntegrationTenantUninstallToken"),
        ("Get-IntegrationAgentUninstallTokenCmdlet", "Get-IntegrationAgentUninstallToken"),
        ("ShouldHave-One", "Should-HaveOne"),
    ];
}
