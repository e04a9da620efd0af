#: here-string
@"
one $text
  "two" $(1 + 1)
"@

#: literal here-string
@'
one $text
  'two'
'@

#: here-string lines
(@'
a
b
'@ -split "`n").Count

#: format
'{0:N2} {1:D4} {2,5} {3:yyyy-MM-dd} {4:P0}' -f 1234.5, 42, 'x', [datetime] '2024-03-04', 0.5

#: numbers in text
"$(1.5) $(1e20) $(1234567.891) $([decimal] 0.10)"; [string] 1.5; 1.5.ToString(); "$([datetime] '2024-03-04 05:06:07')"

#: match
'abc-123' -match '(?<word>[a-z]+)-(\d+)'; $Matches.word; $Matches[1]; $Matches.Count

#: matches stay after a failed match
$null = 'a1' -match '\d'; 'x' -match '\d'; $Matches[0]

#: match of lists
'a', 'b1', 'c2' -match '\d'; 'a', 'b' -notmatch 'a'; 'A' -cmatch 'a'

#: replace
'a.b.c' -replace '\.', '-'; 'John Smith' -replace '(\w+) (\w+)', '$2 $1'; 'abc' -replace 'b', { $_.Value.ToUpperInvariant() }

#: split and join
'a,b;c' -split '[,;]'; 'a b  c' -split ' '; -split ' a  b '; 'a,b,c' -split ',', 2; 'x.y'.Split('.'); 1, 2 -join '-'

#: like and contains and in
'abc' -like 'a*'; 'a', 'b' -contains 'A'; 'a' -in 'A', 'b'; 'a' -cin 'A', 'b'; 1, 2, 3 -eq 2; , @(1, 2) -ne 1

#: comparisons
'a' -eq 'A'; 'a' -ceq 'A'; 5 -gt '10'; '5' -gt 10; $null -eq @(); 1 -eq '1.0'; '1.0' -eq 1; 'b' -gt 'A'

#: logic
$true -and -not $false; 1 -xor 1; 5 -band 3; 1 -shl 4; -bnot 0

#: ranges
1..3; 3..1; 'a'..'c'; (-1..1)

#: ternary
$number -gt 5 ? 'big' : 'small'

#: type operators
5 -is [int]; '5' -as [int]; 'x' -as [int]; $null -is [object]; @() -is [array]; [pscustomobject]@{} -is [pscustomobject]

#: conversions
[int] '42'; [string] 5; [int[]] ('1', '2'); [bool] 1; [datetime] 0; [char[]] 'ab'; [double] '1.5'; [long] 3.7; [hashtable] @{ a = 1 }

#: enums
[System.DayOfWeek] 'Monday'; [DayOfWeek]::Friday; [int] [DayOfWeek]::Tuesday; [DayOfWeek] 3; 'Sunday' -eq [DayOfWeek]::Sunday; [enum]::GetNames([DayOfWeek]).Count

#: own enum
enum Colour { Red; Green }
[Colour]::Green

#: own class
class Thing { [string] $Name; Thing([string] $name) { $this.Name = $name } }
[Thing]::new('x').Name

#: using namespace
using namespace System.Text
[StringBuilder]::new('a').Append('b').ToString()

#: several namespaces
using namespace System.Collections
using namespace System.Collections.Generic
[ArrayList]::new().Count; [List[string]]::new().Count

#: switch
switch (3) { 1 { 'one' } 3 { 'three' } { $_ -gt 2 } { 'more' } default { 'none' } }

#: switch over a list
switch ('a', 'b', 'c') { 'a' { 'A'; continue } 'b' { 'B'; break } default { 'never' } }

#: switch regex
switch -Regex ('abc1', 'xyz') { '\d' { "digit $_ $($Matches[0])" } '^x' { 'x' } default { 'none' } }

#: switch wildcard and case
switch -Wildcard ('abc') { 'a*' { 'w' } }; switch -CaseSensitive ('A') { 'a' { 'no' } 'A' { 'yes' } }

#: loops
for ($i = 0; $i -lt 3; $i++) { if ($i -eq 1) { continue }; $i }; $n = 0; while ($true) { if (++$n -gt 2) { break } }; $n; do { $n-- } until ($n -le 0); $n

#: labelled break
:outer foreach ($a in 1..3) { foreach ($b in 1..3) { if ($b -eq 2) { continue outer }; if ($a -eq 3) { break outer }; "$a$b" } }

#: foreach over null and scalar
foreach ($x in $null) { 'never' }; foreach ($x in 5) { $x }; foreach ($x in @()) { 'never' }; $null | ForEach-Object { 'once' }

#: assignments
$a, $b = 1, 2, 3; $a; $b; $c = $d = 5; $c + $d; $e += 1; $e; $s = 'x' * 3; $s; $x, $y = $y, $x

#: statement as a value
$v = if ($true) { 'yes' } else { 'no' }; $v; $w = foreach ($i in 1..2) { $i }; $w.Count; $z = switch (1) { 1 { 'one' } }; $z

#: array operators
@(1, 2) + 3; (1, 2) * 2; , 1 + 2; @(1, 2, 3)[1..2]; (1..5)[-2..-1]; $list = @(1); $list += 2; $list.Count

#: text methods
'abc'.ToUpper(); ' x '.Trim(); 'abc'.Substring(1, 1); 'a-b'.Replace('-', '+'); 'abc'.Contains('b'); 'abc'.PadLeft(5, '.'); 'x'.Equals('X')

#: escapes
"a`tb`"c`$d``e"; 'it''s'; "$('{0}' -f 'x')"; "$text's ${number}x"; "$($names[0])"; "$names"

#: output field separator
$OFS = '+'; "$(1, 2, 3)"

#: comments and continuation
1 + `
    2 # three
<# block #> 'x' |
    ForEach-Object { $_ }
@(1, 2)
    | Measure-Object | ForEach-Object Count

#: numeric suffixes
1l; 1u; 1ul; 1s; 1y; 1n; 0b101; 1.5e-3; 1mb

#: overflow
[int]::MaxValue + 1; [byte] 255 + 1; [int] 3000000000; 'after'

#: static members
[Math]::Round(2.5); [Math]::Max(1, 2); [string]::Join(',', 1, 2); [string]::IsNullOrEmpty(''); [Convert]::ToBase64String([byte[]] (1, 2)); [guid]::Empty

#: variables by name
Set-Variable n 5; $n; (Get-Variable n).Value; New-Variable -Name c -Value 1 -Option Constant; try { $c = 2 } catch { $_.FullyQualifiedErrorId }

#: automatic values
$true; $false; $null; $PSVersionTable.PSEdition; $PSVersionTable.PSVersion.Major

#: current object
$_; $PSItem; 1 | ForEach-Object { $PSItem }

#: ref
$value = 1; $reference = [ref] $value; $reference.Value = 2; $value

#: ref of a method
$number = 0; [int]::TryParse('42', [ref] $number); $number; [int]::TryParse('x', [ref] $number); $number
$when = [datetime]::MinValue; [datetime]::TryParse('2024-03-04', [ref] $when); $when

#: ref of a function
function Add-One { param([ref] $Target) $Target.Value++ }
$value = 1; Add-One ([ref] $value); $value

#: data section
data { 'constant' }

#: type of the language
$ExecutionContext.SessionState.LanguageMode

#: deferred text
$ExecutionContext.InvokeCommand.ExpandString('x $text')

#: script block from text
[scriptblock]::Create('1 + 1').Invoke()

#: environment
$env:PATH.Length -gt 0

#: background operators are not needed
@(1..3).Count; (1, 2, 3).Length; @{ a = 1 }.Count; 'abc'.Length; @('a').Length

#: carriage returns in text
"a`r`nb".Length; "a`r`nb" -split "`r`n"; "a`r`nb"

#: platform
$IsLinux -is [bool]; $IsWindows -is [bool]

#: preference variables
$ErrorActionPreference; $WarningPreference; $InformationPreference; $VerbosePreference; $DebugPreference; $ProgressPreference

#: confirm and what-if
function Test-It { [CmdletBinding(SupportsShouldProcess)] param() $PSCmdlet.ShouldProcess('target') }
Test-It -WhatIf:$false -Confirm:$false; $WhatIfPreference

#: using in a record
[pscustomobject] @{ Type = (5).GetType().Name; Value = $(if ($true) { 'x' }); List = @(1; 2) }

#: flags
[System.Text.RegularExpressions.RegexOptions] 'IgnoreCase, Multiline'; ([System.Text.RegularExpressions.RegexOptions] 3).HasFlag([System.Text.RegularExpressions.RegexOptions]::IgnoreCase)

#: own flags
[Flags()] enum Access { Read = 1; Write = 2 }
[Access] 3; [int] [Access]::Write
