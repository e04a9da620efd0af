# Runs one script on a computer. request.json says which; output.txt gets a line for each thing that the script writes,
# at once: what came before a time-out is kept.
$ErrorActionPreference = 'Stop'
$request = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($PSScriptRoot, 'request.json')) | ConvertFrom-Json -AsHashtable
$writer = [System.IO.StreamWriter]::new([System.IO.Path]::Combine($PSScriptRoot, 'output.txt'))
$writer.AutoFlush = $true

function Write-Line([string]$Kind, $Value) {
    $json = ConvertTo-Json -InputObject $Value -Compress -Depth 5 -WarningAction Ignore
    $writer.WriteLine("$Kind $json")
}

try {
    foreach ($name in $request.Variables.Keys) { Set-Variable -Name $name -Value $request.Variables[$name] -Scope Script }
    $arguments = @($request.Arguments)
    $block = [scriptblock]::Create($request.Script)
    $ErrorActionPreference = 'Continue'
    & $block @arguments 2>&1 3>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.ErrorRecord] -or $_ -is [System.Management.Automation.WarningRecord]) { Write-Line 'W' "$_" }
        else { Write-Line 'O' $_ }
    }
} catch {
    Write-Line 'E' "$_"
} finally {
    $writer.Dispose()
}
