# Runs every case of the corpus in this pwsh, each in a runspace as it is after the start.
param([string] $Assembly, [string] $Cases, [string] $Results)

$ErrorActionPreference = 'Stop'
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = [cultureinfo]::InvariantCulture
$null = [System.Reflection.Assembly]::LoadFrom($Assembly)
$state = [initialsessionstate]::CreateDefault2()
$state.ImportPSModule(@('Microsoft.PowerShell.Utility', 'Microsoft.PowerShell.Management'))
$runspace = [runspacefactory]::CreateRunspace($state)
$runspace.Open()
$all = [ordered]@{}
foreach ($case in [System.IO.File]::ReadAllText($Cases) | ConvertFrom-Json) {
    $runspace.ResetRunspaceState()
    $shell = [powershell]::Create($runspace)
    $arguments = @{ text = 'word'; number = 7; names = [string[]] ('a', 'b') }
    $all[$case.Name] = [Immy.Typed.Runtime.Tests.Differential.PwshRecorder]::Run($shell, $case.Script, $arguments)
    $shell.Dispose()
}

[System.IO.File]::WriteAllText($Results, (ConvertTo-Json $all -Depth 4))
