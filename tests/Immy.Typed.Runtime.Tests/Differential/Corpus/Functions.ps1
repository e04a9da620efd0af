#: begin process end
begin { 'b' } process { "p $_" } end { 'e' }

#: function with begin process end
function Test-It { begin { 'b' } process { "p$_" } end { 'e' } }
1..2 | Test-It; Test-It

#: clean
function Test-It { process { $_ } clean { Write-Host 'clean' } }
1..2 | Test-It

#: clean after throw
function Test-It { process { throw 'x' } clean { Write-Host 'clean' } }
try { 1 | Test-It } catch { "caught $_" }

#: clean after select first
function Test-It { process { $_ } end { 'end' } clean { Write-Host 'clean' } }
1..5 | Test-It | Select-Object -First 2

#: clean of the block
begin { 'b' } process { 'p' } end { 'e' } clean { Write-Host 'clean' }

#: pipeline input by value and name
function Test-It { param([Parameter(ValueFromPipeline)] [int] $Value, [Parameter(ValueFromPipelineByPropertyName)] [string] $Name) process { "$Value $Name" } }
1, 2 | Test-It
[pscustomobject]@{ Name = 'n' } | Test-It -ErrorAction SilentlyContinue

#: automatic input
function Test-It { $input | ForEach-Object { "i$_" } }
1..2 | Test-It; @(1..3 | & { $input }).Count

#: dynamic parameters
function Test-It { [CmdletBinding()] param([string] $Kind)
    dynamicparam {
        $attribute = [System.Management.Automation.ParameterAttribute]::new()
        $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $attributes.Add($attribute)
        $parameter = [System.Management.Automation.RuntimeDefinedParameter]::new('Extra', [string], $attributes)
        $all = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $all.Add('Extra', $parameter); $all
    }
    end { "$Kind $($PSBoundParameters.Extra)" } }
Test-It -Kind k -Extra e

#: validate set
function Test-It { param([ValidateSet('a', 'b')] $Kind) $Kind }
Test-It A; try { Test-It c } catch { $_.FullyQualifiedErrorId }

#: validate range and pattern and count
function Test-It { param([ValidateRange(1, 5)] [int] $N, [ValidatePattern('^x')] $P = 'x', [ValidateCount(1, 2)] $C = @(1), [ValidateNotNullOrEmpty()] $E = 1, [ValidateScript({ $_ -gt 0 })] $S = 1) 'ok' }
Test-It 3
{ Test-It 9 }, { Test-It 1 y }, { Test-It 1 x 1, 2, 3 }, { Test-It 1 -E '' }, { Test-It 1 -S 0 } | ForEach-Object { try { & $_ } catch { $_.Exception.Message } }

#: validated variable
[ValidateSet('a', 'b')] $kind = 'a'; try { $kind = 'c' } catch { $_.FullyQualifiedErrorId }; $kind

#: splatting
function Test-It { param($A, $B, [switch] $C) "$A $B $C" }
$table = @{ A = 1; C = $true }; Test-It @table -B 2
$list = 1, 2; Test-It @list

#: splatting bound parameters
function Inner { param($A, $B) "$A-$B" }
function Outer { param($A, $B) Inner @PSBoundParameters }
Outer -A 1 -B 2

#: splatting args
function Inner { param($A, $B) "$A-$B" }
function Outer { Inner @args }
Outer 1 2; Outer -B 3 -A 4

#: bound parameters of a function
function Test-It { param($A = 1, $B, $C) $PSBoundParameters.Keys -join ','; $PSBoundParameters.ContainsKey('A') }
Test-It -C 1 -B $null

#: default values
function Test-It { param($A = 5, [string] $S, [int] $I, [switch] $W) "$A|$S|$I|$W"; $null -eq $S }
Test-It

#: alias of a parameter and its prefix
function Test-It { [CmdletBinding()] param([Alias('Nm')] $Name, $Other) "$Name $Other" }
Test-It -Nm 1 -Oth 2

#: parameter sets
function Test-It { [CmdletBinding(DefaultParameterSetName = 'A')] param([Parameter(ParameterSetName = 'A')] $X, [Parameter(ParameterSetName = 'B', Mandatory)] $Y) $PSCmdlet.ParameterSetName }
Test-It; Test-It -X 1; Test-It -Y 2

#: should process
function Test-It { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess('target')) { 'done' } else { 'not done' } }
Test-It; Test-It -Confirm:$false

#: pscmdlet
function Test-It { [CmdletBinding()] param() $PSCmdlet.MyInvocation.MyCommand.Name; $PSCmdlet.WriteObject(5) }
Test-It; $PSCmdlet -is [System.Management.Automation.PSCmdlet]

#: my invocation
function Test-It { $MyInvocation.MyCommand.Name; $MyInvocation.Line.Trim(); $MyInvocation.BoundParameters.Count }
Test-It
$MyInvocation.BoundParameters.Count; $MyInvocation.MyCommand.CommandType

#: invocation name
function Test-It { $MyInvocation.InvocationName }
Set-Alias ti Test-It; ti; & Test-It

#: scopes
$value = 1
function Test-It { $value; $value = 2; $value; $script:other = 3 }
Test-It; $value; $other
& { $value = 5 }; $value; . { $value = 6 }; $value

#: global scope
$global:kept = 1; & { $global:kept++ }; $kept; Remove-Variable kept -Scope Global

#: private variable
$private:hidden = 1; & { "[$hidden]" }; $hidden

#: closures
$value = 1; $block = { $value }.GetNewClosure(); $value = 2; & $block

#: recursion
function Get-Factorial { param([long] $N) if ($N -le 1) { 1 } else { $N * (Get-Factorial ($N - 1)) } }
Get-Factorial 20; Get-Factorial 5

#: nested functions
function Outer { function Inner { 'inner' }; Inner }
Outer; try { & 'Inner' } catch { 'not outside' }

#: filter
filter Double { $_ * 2 }
1..3 | Double

#: block with arguments
& { param($a, $b = 2) "$a $b $($args.Count)" } 1; & { "$args" } 1 2 3

#: positional and remaining
function Test-It { param([Parameter(Position = 1)] $B, [Parameter(Position = 0)] $A, [Parameter(ValueFromRemainingArguments)] $Rest) "$A $B $($Rest -join '+')" }
Test-It 1 2 3 4

#: switch parameters
function Test-It { param([switch] $On) $On; $On.IsPresent; [bool] $On }
Test-It -On; Test-It -On:$false

#: output type and typed parameters
function Test-It { [OutputType([string])] param([datetime] $When, [string[]] $Names, [hashtable] $Table, [nullable[int]] $Maybe) "$($When.Year) $($Names.Count) $($Table.Count) $($null -eq $Maybe)" }
Test-It '2024-05-06' a @{ x = 1 }

#: invoke command with variables
$name = 'Get-' + 'It'; function Get-It { 'got' }; & $name; . $name; & (Get-Command Get-It)

#: default parameter values
$PSDefaultParameterValues['Get-It:Name'] = 'default'
function Get-It { [CmdletBinding()] param($Name) $Name }
Get-It; Get-It x; $PSDefaultParameterValues.Clear()

#: param block of its own
param([string] $text, [int] $number = 1, [string[]] $names = @())
"$text $number $($names.Count)"

#: advanced block
[CmdletBinding()]
param($text, $number, $names)
$PSCmdlet.GetType().Name; $PSCmdlet.ParameterSetName; $args.Count

#: invocation of a member
(1..3).ForEach({ $_ * 2 }); (1..4).Where({ $_ -gt 2 }); (1..4).Where({ $_ -gt 1 }, 'First')

#: script block methods
{ "in $args" }.Invoke(1); { 5 }.InvokeReturnAsIs()

#: ordered parameters of a pipeline
1..3 | ForEach-Object -Begin { $sum = 0 } -Process { $sum += $_ } -End { $sum }

#: delay-bound argument
'a', 'b' | ForEach-Object { [pscustomobject]@{ N = $_ } } | Select-Object -Property @{ Name = 'Upper'; Expression = { $_.N.ToUpperInvariant() } }
