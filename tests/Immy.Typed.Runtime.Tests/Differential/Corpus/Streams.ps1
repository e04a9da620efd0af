#: all streams in order
Write-Host 'host'
Write-Warning 'warning'
Write-Verbose 'verbose' -Verbose
Write-Debug 'debug' -Debug
Write-Information 'information'
Write-Progress -Activity 'activity' -Status 'status' -PercentComplete 30
Write-Error 'error'
'result'

#: quiet streams
Write-Verbose 'v'; Write-Debug 'd'; Write-Information 'i'; 'r'

#: information shown
Write-Information 'i' -InformationAction Continue; 'r'

#: information with tags
Write-Information 'tagged' -Tags 'one', 'two' -InformationAction Continue

#: information of an object
Write-Information @{ a = 1 } -InformationAction Continue

#: information preference
$InformationPreference = 'Continue'; Write-Information 'i'; Write-Host 'h'

#: information variable
Write-Information 'kept' -InformationVariable kept; "$kept $($kept.Count)"

#: host without a newline
Write-Host -NoNewline 'one '; Write-Host 'two'; Write-Host 'three'

#: host without a newline around others
Write-Host -NoNewline 'one '; Write-Warning 'between'; Write-Host 'two'

#: host of several values
Write-Host 'a' 5 $true; Write-Host 1, 2 -Separator '-'; Write-Host @('x', 'y'); Write-Host $null; Write-Host ''

#: host in colours
Write-Host 'red' -ForegroundColor Red -BackgroundColor Black

#: host redirected away
Write-Host 'gone' 6>$null; 'r'

#: host as output
Write-Host 'out' 6>&1; 'r'

#: host ignored
Write-Host 'ignored' -InformationAction Ignore; 'r'

#: host silently continued
Write-Host 'silent' -InformationAction SilentlyContinue; 'r'

#: verbose preference
$VerbosePreference = 'Continue'; Write-Verbose 'v'; Write-Verbose 'off' -Verbose:$false

#: debug preference
$DebugPreference = 'Continue'; Write-Debug 'd'; Write-Debug 'off' -Debug:$false

#: verbose on an own function
function Show-It { [CmdletBinding()] param() Write-Verbose 'inside'; Write-Debug 'quiet'; 'r' }
Show-It; Show-It -Verbose; $VerbosePreference

#: debug on an own function
function Show-It { [CmdletBinding()] param() Write-Debug 'inside'; $DebugPreference }
Show-It -Debug

#: verbose reaches nested functions
function Inner { [CmdletBinding()] param() Write-Verbose 'inner' }
function Outer { [CmdletBinding()] param() Inner; Write-Verbose 'outer' }
Outer -Verbose

#: verbose off in a loud block
function Show-It { [CmdletBinding()] param() Write-Verbose 'inside' }
$VerbosePreference = 'Continue'; Show-It -Verbose:$false; Show-It

#: preference of a function is its own
function Quiet { $WarningPreference = 'SilentlyContinue'; Write-Warning 'not shown' }
Quiet; Write-Warning 'shown'

#: preference is inherited
$WarningPreference = 'SilentlyContinue'
function Loud { Write-Warning 'not shown' }
Loud; 'r'

#: warning silenced
Write-Warning 'w' -WarningAction SilentlyContinue; Write-Warning 'w' 3>$null; Write-Warning 'w' -WarningAction Ignore; 'r'

#: warning variable
Write-Warning 'kept' -WarningVariable kept -WarningAction SilentlyContinue; "$kept"; $kept.Count

#: warning that stops
Write-Warning 'w' -WarningAction Stop; 'never'

#: warning that stops is caught
try { Write-Warning 'w' -WarningAction Stop; 'never' } catch { "$($_.Exception.GetType().Name): $_" }

#: warning preference stop
$WarningPreference = 'Stop'; Write-Warning 'w'; 'never'

#: verbose that stops
$VerbosePreference = 'Stop'; try { Write-Verbose 'v' } catch { "caught $_" }

#: merged streams
& { Write-Warning 'w'; Write-Error 'e'; 'o' } *>&1 | ForEach-Object { $_.GetType().Name }

#: errors merged
$both = & { Write-Error 'e'; 'o' } 2>&1; $both.Count; "$($both[0])"; $both[1]

#: errors redirected away
Write-Error 'gone' 2>$null; 'r'

#: progress
Write-Progress -Activity 'a' -Status 's' -PercentComplete 0; Write-Progress -Activity 'a' -Status 'done' -PercentComplete 100

#: progress without percent
Write-Progress -Activity 'a' -Status 's'

#: progress preference
$ProgressPreference = 'SilentlyContinue'; Write-Progress -Activity 'a' -Status 's'; 'r'

#: progress between others
'one'; Write-Progress -Activity 'a' -Status 's' -PercentComplete 5; Write-Host 'h'; 'two'

#: streams of a pipeline
1..2 | ForEach-Object { Write-Host "h$_"; $_; Write-Warning "w$_" } | ForEach-Object { "got $_" }

#: error within a pipeline
1..3 | ForEach-Object { if ($_ -eq 2) { Write-Error "no $_" } else { $_ } }

#: tee and out variable
1..3 | Tee-Object -Variable copy | ForEach-Object { $_ * 2 }; "$copy"

#: out variable
Write-Output 1, 2 -OutVariable kept; $kept.Count; $kept.GetType().Name
Write-Output 3 -OutVariable +kept; "$kept"

#: pipeline variable
1..2 | Write-Output -PipelineVariable outer | ForEach-Object { 'a', 'b' } | ForEach-Object { "$outer$_" }

#: out-null and void
'x' | Out-Null; [void] 'y'; $null = 'z'; 'y' > $null; 'r'

#: unicode
Write-Host 'grüße 漢字 😀'; 'Ωmega'; "tab`tend"; "`u{1F600}".Length

#: lines within one record
Write-Host "one`ntwo"; Write-Warning "three`nfour"

#: all redirected away
Write-Output 'o' > $null; Write-Verbose 'v' -Verbose 4>$null; Write-Debug 'd' -Debug 5>$null; & { 'o'; Write-Error 'e'; Write-Warning 'w' } *>$null; 'r'

#: redirected away by an expression
$(Write-Error 'gone'; 'kept') 2>$null; $list = @(Write-Error 'e' 2>$null; 1); $list.Count

#: information around host
Write-Information 'same' -InformationAction Continue; Write-Host 'same'; Write-Information 'same' -InformationAction Continue; Write-Information 'x'; Write-Host 'x'

#: verbose of a command
1 | ForEach-Object { Write-Verbose "v$_" } -Verbose; ConvertTo-Json 1 -Verbose | Out-Null

#: debug is shown without stopping
Write-Debug 'd' -Debug; 'r'

#: verbose splatted
$common = @{ Verbose = $true }; Write-Verbose 'v' @common
