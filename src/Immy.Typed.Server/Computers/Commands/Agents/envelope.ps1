# Immy.Typed: runs one script, and writes each thing that it gives as a line of its own between marks.
# Windows PowerShell 5.1 and later.
& {
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'

    function Write-ImmyMark([string]$__immyKind, $__immyValue) {
        # Text that was read from a file carries notes, which 5.1 would write as well.
        if ($__immyValue -is [string]) { $__immyValue = $__immyValue.ToString() }
        $__immyJson = if ($null -eq $__immyValue) { 'null' } else { ConvertTo-Json -InputObject $__immyValue -Compress -Depth 5 -WarningAction SilentlyContinue }
        "{mark}:$($__immyKind):$([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($__immyJson)));"
    }

    try {
        $__immyRequest = [Management.Automation.PSSerializer]::Deserialize([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{request}')))
        foreach ($__immyName in @($__immyRequest.Variables.Keys)) { Set-Variable -Name $__immyName -Value $__immyRequest.Variables[$__immyName] }
        $__immyArguments = [object[]]@($__immyRequest.Arguments)
        $__immyBlock = [scriptblock]::Create($__immyRequest.Script)
        $ErrorActionPreference = 'Continue'
        & $__immyBlock @__immyArguments 2>&1 3>&1 | ForEach-Object {
            if ($_ -is [Management.Automation.ErrorRecord] -or $_ -is [Management.Automation.WarningRecord]) { Write-ImmyMark 'W' "$_" }
            else { Write-ImmyMark 'O' $_ }
        }
    } catch {
        Write-ImmyMark 'E' "$_"
    }

    # Not as it is read, for whoever sends the script's own text back.
    "{mark}:$([char]46):;"
}
