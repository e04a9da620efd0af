#: sort
3, 1, 2 | Sort-Object; 'b', 'A', 'c' | Sort-Object -Descending; 'x', 'X' | Sort-Object -Unique; 3, 1 | Sort-Object { -$_ }

#: sort is stable
1..6 | ForEach-Object { [pscustomobject]@{ K = $_ % 2; N = $_ } } | Sort-Object K -Stable | ForEach-Object N

#: sort by several properties
@([pscustomobject]@{ A = 2; B = 1 }, [pscustomobject]@{ A = 1; B = 2 }, [pscustomobject]@{ A = 1; B = 1 }) | Sort-Object A, @{ Expression = 'B'; Descending = $true } | ForEach-Object { "$($_.A)$($_.B)" }

#: group
$groups = 'a', 'b', 'A' | Group-Object; $groups | ForEach-Object { "$($_.Name) $($_.Count)" }; (1..4 | Group-Object { $_ % 2 } -AsHashTable)[0] -join ','

#: select
[pscustomobject]@{ A = 1; B = 2 } | Select-Object A; 1..5 | Select-Object -First 2 -Skip 1; 1..5 | Select-Object -Last 1; 1, 1, 2 | Select-Object -Unique

#: select expanded
[pscustomobject]@{ A = 1, 2; B = 'b' } | Select-Object -ExpandProperty A; [pscustomobject]@{ A = 1 } | Select-Object -ExpandProperty Missing; 'after'

#: calculated properties
1..2 | Select-Object @{ n = 'Square'; e = { $_ * $_ } }, @{ Name = 'Text'; Expression = { "n$_" } }

#: select excludes
[pscustomobject]@{ A = 1; B = 2; C = 3 } | Select-Object * -ExcludeProperty B

#: where
1..5 | Where-Object { $_ -gt 3 }; 'a', 'bb' | Where-Object Length -EQ 2; @{ a = 1 }, @{ a = 2 } | Where-Object a -GT 1

#: foreach members
'a', 'b' | ForEach-Object ToUpper; 'abc' | ForEach-Object Length; 'abc' | ForEach-Object Substring 1

#: measure
$m = 1..4 | Measure-Object -Sum -Average -Maximum -Minimum; $m.Sum; $m.Average; $m.Maximum; $m.Count; ('a b' | Measure-Object -Word).Words

#: compare
Compare-Object (1, 2, 3) (2, 3, 4) | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }; Compare-Object (1, 2) (1, 2) -IncludeEqual | ForEach-Object SideIndicator

#: json
ConvertTo-Json @{ a = 1 } -Compress; ConvertTo-Json @(1) -Compress; 1 | ConvertTo-Json; ConvertTo-Json @() -Compress; ConvertTo-Json $null; [pscustomobject]@{ x = $null; y = @(); z = 'ü' } | ConvertTo-Json -Compress

#: json depth
$deep = @{ a = @{ b = @{ c = @{ d = 1 } } } }; $deep | ConvertTo-Json -Compress

#: json of dates
ConvertTo-Json ([datetime]::new(2024, 3, 4, 5, 6, 7, 'Utc')) -Compress; ConvertTo-Json ([DateTimeOffset] '2024-03-04T05:06:07+02:00') -Compress; ConvertTo-Json ([DayOfWeek]::Monday); ConvertTo-Json ([DayOfWeek]::Monday) -EnumsAsStrings

#: from json
'{ "a": 1, "b": [1, null, "x"], "c": { "d": true }, "e": 1.5, "f": null }' | ConvertFrom-Json; '[1,2]' | ConvertFrom-Json; '[]' | ConvertFrom-Json; '[[1],[2]]' | ConvertFrom-Json -NoEnumerate

#: from json numbers
$n = '{ "a": 9223372036854775807, "b": 99999999999999999999, "c": 1e2, "d": 0.1, "e": -5 }' | ConvertFrom-Json; $n.a; $n.b; $n.c; $n.d; $n.e

#: from json dates
$d = '{ "z": "2024-03-04T05:06:07Z", "t": "2024-03-04", "s": "not a date" }' | ConvertFrom-Json; $d.z; $d.t; $d.s
('{ "o": "2024-03-04T05:06:07+02:00" }' | ConvertFrom-Json).o.ToUniversalTime()

#: from json dates as asked
('{ "o": "2024-03-04T05:06:07+02:00" }' | ConvertFrom-Json -DateKind Offset).o; ('{ "o": "2024-03-04T05:06:07+02:00" }' | ConvertFrom-Json -DateKind String).o; ('{ "o": "2024-03-04T05:06:07+02:00" }' | ConvertFrom-Json -DateKind Utc).o

#: from json as a table
$t = '{ "b": 1, "A": { "x": 2 } }' | ConvertFrom-Json -AsHashtable; $t; $t.Keys; $t.a.X

#: json test
'{ "a": 1 }' | Test-Json; '{ bad' | Test-Json -ErrorAction SilentlyContinue

#: csv
[pscustomobject]@{ A = 1; B = 'x,y' } | ConvertTo-Csv; "A,B`n1,`"x,y`"" | ConvertFrom-Csv

#: csv with a delimiter
'a;b', '1;2' | ConvertFrom-Csv -Delimiter ';'; 'x,y' | ConvertFrom-Csv -Header One, Two

#: string data
ConvertFrom-StringData "a=1`nb=two"

#: xml
$xml = [xml] '<r a="1"><i>x</i><i>y</i></r>'; $xml.r.a; $xml.r.i; ($xml | Select-Xml '//i').Node.InnerText

#: select string
'one', 'two', 'three' | Select-String 't' | ForEach-Object Line; ('a1b2' | Select-String '\d' -AllMatches).Matches.Value

#: join string
1..3 | Join-String -Separator ', ' -OutputPrefix '<' -OutputSuffix '>'; 'a', 'b' | Join-String -SingleQuote -Separator ';'

#: unique
1, 1, 2, 1 | Get-Unique

#: get member
[pscustomobject]@{ B = 1; A = 2 } | Get-Member -MemberType NoteProperty | ForEach-Object Name; ('x' | Get-Member Length).MemberType

#: add member
$object = New-Object psobject -Property @{ A = 1 }; $object | Add-Member -MemberType NoteProperty B 2; $object | Add-Member ScriptMethod Get { $this.A + $this.B }; $object.Get(); $object.PSObject.Properties['B'].Value

#: out-string
([pscustomobject]@{ A = 1; B = 2 } | Format-List | Out-String).Trim(); (1, 2 | Out-String).Length; ('x' | Out-String -NoNewline)

#: format table
([pscustomobject]@{ Name = 'n'; Value = 12 } | Format-Table | Out-String -Width 60).Trim() -split "`r?`n" | ForEach-Object TrimEnd

#: date
Get-Date '2024-03-04' -Format 'yyyy-MM-dd'; (Get-Date '2024-03-04').DayOfWeek; Get-Date '2024-03-04T05:06:07' -Format o; Get-Date -UnixTimeSeconds 0 -AsUTC; (Get-Date '2024-01-31').AddMonths(1).Day

#: date as text
Get-Date '2024-03-04 13:14:15' -UFormat '%Y %m %d'; "$(Get-Date '2024-03-04 13:14:15')"; (Get-Date '2024-03-04').ToString('D'); (Get-Date '2024-12-31').ToShortDateString()

#: culture
[cultureinfo]::CurrentCulture.Name; (Get-Culture).Name; 1234.5.ToString('N'); 'I'.ToLower()

#: random with a seed
Get-Random -SetSeed 5 -Maximum 100; 1..5 | Get-Random -Count 5 -SetSeed 1 | Measure-Object -Sum | ForEach-Object Sum

#: measure command
(Measure-Command { Start-Sleep -Milliseconds 1 }).GetType().Name

#: get command
(Get-Command ConvertTo-Json).Name; (Get-Command ConvertTo-Json).CommandType; Get-Command 'No-Such*'

#: write-output
Write-Output a b; Write-Output @(1, 2); Write-Output @(1, 2) -NoEnumerate; Write-Output $null; @(Write-Output @()).Count

#: new object
(New-Object System.Collections.ArrayList).Count; (New-Object System.Text.StringBuilder 'x').ToString(); New-Object psobject -Property ([ordered]@{ B = 1; A = 2 })

#: file hash
Get-FileHash -InputStream ([System.IO.MemoryStream]::new([byte[]] (1, 2, 3))) | ForEach-Object Hash

#: encoding
[System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('aMOk')); [System.Text.Encoding]::UTF8.GetBytes('ä').Count; [uri]::EscapeDataString('a b&c'); [System.Web.HttpUtility]::UrlEncode('a b')

#: regex class
[regex]::Matches('a1b22', '\d+').Value; [regex]::Replace('abc', 'b', 'x'); [regex]::Escape('a.b'); ([regex] '(?i)A').IsMatch('a')

#: file system
Get-ChildItem '/no-such-folder'; 'after'

#: start process
Start-Process x; 'after'

#: invoke expression
Invoke-Expression '1 + 1'

#: format hex and wide
('ab' | Format-Hex).Bytes; (1, 2 | Format-Wide | Out-String).Length -gt 0

#: call stack
function Test-It { (Get-PSCallStack)[0].Command }
Test-It

#: timespan arithmetic
(New-TimeSpan -Start '2024-01-01' -End '2024-01-03').TotalDays; [timespan]::FromMinutes(90).ToString(); ([datetime] '2024-01-01') + [timespan]::FromHours(1)

#: foreach parallel
1..3 | ForEach-Object -Parallel { $_ } | Measure-Object -Sum | ForEach-Object Sum

#: web session
$session = [Microsoft.PowerShell.Commands.WebRequestSession]::new(); $session.Headers['a'] = 'b'; $session.Headers.Count

#: read host
try { Read-Host 'name' } catch { 'refused' }

#: number styles
[int]::TryParse('5', [ref] $null); [double]::Parse('1.5'); [int] '0x10'; [int] ' 7 '; [decimal]::Round(2.345d, 2)

#: native program
& '/bin/ls'; 'after'

#: script file
. '/no-such-script.ps1'; 'after'

#: file written
'x' > '/no-such-folder/file.txt'; 'after'
