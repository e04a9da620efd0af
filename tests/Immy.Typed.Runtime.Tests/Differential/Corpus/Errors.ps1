#: written error
Write-Error 'e'; 'after'

#: written error that stops
Write-Error 'e' -ErrorAction Stop; 'never'

#: preference stop
$ErrorActionPreference = 'Stop'; Write-Error 'e'; 'never'

#: preference silently continue
$ErrorActionPreference = 'SilentlyContinue'; Write-Error 'e'; $Error.Count; "$($Error[0])"

#: error ignored
Write-Error 'e' -ErrorAction Ignore; $Error.Count

#: error silently continued
Write-Error 'e' -ErrorAction SilentlyContinue; $Error.Count; "$($Error[0])"

#: throw
'before'; throw 'thrown'; 'never'

#: throw without a value
throw

#: throw an object
try { throw @{ code = 5 } } catch { $_.TargetObject.code; "$_"; $_.FullyQualifiedErrorId }

#: throw a number
try { throw 42 } catch { "$_"; $_.TargetObject; $_.Exception.GetType().Name }

#: throw an exception
try { throw [System.InvalidOperationException]::new('wrong') } catch [System.InvalidOperationException] { "typed: $($_.Exception.Message)" }

#: throw uncaught object
throw @{ code = 5 }

#: throw with preference silently continue
$ErrorActionPreference = 'SilentlyContinue'; throw 'thrown'; 'after'

#: catch
try { throw 'x' } catch { "caught $_"; $_.Exception.Message; $_.CategoryInfo.Category; $_.FullyQualifiedErrorId }

#: finally
try { 'try' } finally { 'finally' }

#: finally after throw
try { throw 'x' } catch { 'catch' } finally { 'finally' }; 'after'

#: finally without catch
try { throw 'x' } finally { Write-Host 'finally' }; 'never'

#: return in try
function Get-It { try { return 'r' } finally { Write-Host 'f' } }
Get-It

#: catch by type
try { [int] 'x' } catch [System.InvalidCastException] { 'cast' } catch { "other $($_.Exception.GetType().FullName)" }

#: catch first match
try { 1 / 0 } catch [System.DivideByZeroException] { 'zero' } catch { 'any' }

#: nested try
try { try { throw 'inner' } catch { throw "outer of $_" } } catch { "$_" }

#: rethrow
try { try { throw 'x' } catch { throw } } catch { "again $_"; $_.ScriptStackTrace -match 'line' }

#: rethrow uncaught
try { Write-Error 'e' -ErrorAction Stop } catch { throw }

#: catch does not see non-terminating
try { Write-Error 'e'; 'after' } catch { 'never' }

#: trap continue
trap { "trapped $_"; continue }
throw 'x'
'after'

#: trap without continue
trap { "trapped $_" }
throw 'x'
'after'

#: trap break
trap { 'trapped'; break }
throw 'x'
'never'

#: trap by type
trap [System.DivideByZeroException] { 'zero'; continue }
1 / 0
'after'

#: trap in a function
function Test-It { trap { "inner $_"; continue }; throw 'x'; 'rest' }
Test-It; 'after'

#: statement error goes on
1 / 0; 'after'

#: method on null
$none = $null; $none.Trim(); 'after'

#: unknown method
'text'.NoSuchMethod(); 'after'

#: failed cast goes on
[int] 'x'; 'after'

#: cast error stops
$ErrorActionPreference = 'Stop'; [int] 'x'; 'never'

#: unknown command
& 'No-SuchCommand'; 'after'

#: unknown command caught
try { & 'No-SuchCommand' } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.Exception.GetType().Name }

#: error action of unknown command
& 'No-SuchCommand' -ErrorAction SilentlyContinue; 'after'

#: error variable
Write-Error 'e' -ErrorVariable kept -ErrorAction SilentlyContinue; $kept.Count; "$($kept[0])"
Write-Error 'f' -ErrorVariable +kept -ErrorAction SilentlyContinue; $kept.Count

#: error list
Write-Error 'one' -ErrorAction SilentlyContinue; try { throw 'two' } catch { }
$Error.Count; "$($Error[0])"; "$($Error[1])"

#: error list cleared
try { throw 'x' } catch { }; $Error.Clear(); $Error.Count

#: error record fields
Write-Error -Message 'm' -ErrorId 'My.Id' -Category InvalidData -TargetObject 5 -ErrorAction SilentlyContinue
$Error[0].FullyQualifiedErrorId; $Error[0].CategoryInfo.Category; $Error[0].TargetObject; $Error[0].Exception.GetType().Name

#: error of an exception
Write-Error -Exception ([System.ArgumentException]::new('arg')) -ErrorAction SilentlyContinue; $Error[0].Exception.GetType().Name; "$($Error[0])"

#: error record written
try { throw 'x' } catch { Write-Error $_ }; 'after'

#: error record with recommended action
Write-Error 'm' -RecommendedAction 'do this'; $Error[0].ErrorDetails.RecommendedAction

#: error details
try { throw 'plain' } catch { $_.ErrorDetails = 'detailed'; Write-Error -ErrorRecord $_ }

#: success variable
Write-Error 'e' -ErrorAction SilentlyContinue; $?; $null = 1; $?

#: success after statements
1 / 1 | Out-Null; $?; try { 1 / 0 } catch { $? }; & { Write-Error 'x' -ErrorAction SilentlyContinue }; $?

#: last exit code
$LASTEXITCODE -eq $null

#: error action on own function
function Test-It { [CmdletBinding()] param() Write-Error 'inner'; 'after' }
Test-It -ErrorAction SilentlyContinue; $Error.Count
try { Test-It -ErrorAction Stop } catch { "stopped $_" }

#: plain function takes no error action
function Test-It { Write-Error 'inner'; "$args" }
Test-It -ErrorAction SilentlyContinue

#: terminating error of a function
function Test-It { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new('ended'), 'Id', 'NotSpecified', $null)); 'never' }
Test-It; 'after'

#: terminating error of a function is caught
function Test-It { [CmdletBinding()] param() throw 'ended' }
try { Test-It } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.MyCommand.Name }

#: terminating error in a function ends its caller
function Test-It { throw 'ended' }
Test-It; 'never'

#: error in a pipeline's end
1..2 | ForEach-Object -Process { $_ } -End { Write-Error 'end' }; 'after'

#: throw in a pipeline
1..3 | ForEach-Object { if ($_ -eq 2) { throw "at $_" }; $_ }; 'never'

#: cmdlet errors in a pipeline
'1', 'x', '3' | ForEach-Object { [int] $_ }; 'after'

#: json error
try { '{ bad' | ConvertFrom-Json } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().Name }

#: missing mandatory argument
function Test-It { param([Parameter(Mandatory)] [string] $Name) $Name }
try { Test-It -Name '' } catch { $_.FullyQualifiedErrorId }; 'after'

#: wrong argument type
function Test-It { param([int] $Number) $Number }
Test-It -Number 'x'; 'after'

#: strict mode
Set-StrictMode -Version Latest; $undefined; 'after'

#: strict mode property
Set-StrictMode -Version 3; try { ([pscustomobject]@{ A = 1 }).B } catch { $_.FullyQualifiedErrorId }

#: error text with wildcard characters
Write-Error 'a [b] {c} 100%'; 'after'

#: inner exceptions
try { throw [System.Exception]::new('outer', [System.FormatException]::new('inner')) } catch { $_.Exception.InnerException.Message }

#: exception of a method
try { [int]::Parse('x') } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name; $_.FullyQualifiedErrorId }

#: null conditional
$none = $null; ${none}?.Length; ${none}?[0]; $none ?? 'default'; $none ??= 5; $none

#: pipeline chains
Write-Output 'a' && 'b'; & { Write-Error 'e' -ErrorAction SilentlyContinue } || 'not reached or reached'

#: exit in a block
'before'; exit 3; 'never'

#: break in a block
'before'; break; 'never'

#: continue in a block
'before'; continue; 'never'

#: break within foreach-object
1..3 | ForEach-Object { if ($_ -eq 2) { break }; $_ }; 'never'
