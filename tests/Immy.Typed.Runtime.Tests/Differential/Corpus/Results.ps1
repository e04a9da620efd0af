#: text
"one $text"

#: arguments
$text; $number; , $names; $names

#: bound parameters
$PSBoundParameters.Count
($PSBoundParameters.Keys | Sort-Object) -join ','
$PSBoundParameters['number']

#: args are empty
$args.Count

#: nothing
$null = 1

#: null is an object
$null

#: nulls in a list
1, $null, 3

#: empty array
@()

#: empty array as one object
, @()

#: one-element array
@(5)

#: one-element array as one object
, @(5)

#: nested arrays
, (1, 2); , @(@(3), @())

#: array of a pipeline with one object
$found = @(1..3 | Where-Object { $_ -eq 2 }); $found.GetType().Name; $found.Count

#: count of a scalar and of nothing
$one = 5; $one.Count; $none = $null; $none.Count; $none.Length

#: index beyond the end
$list = 1, 2; $null -eq $list[5]; $list[-1]; $list[0, 1]

#: integers
1; 2147483648; 9223372036854775807; 0x7FFFFFFF; 0xFFFFFFFF; 1kb; 5gb

#: large integers
9223372036854775808; 18446744073709551615; [bigint]'99999999999999999999999999'; 9223372036854775807 + 1

#: integer division
7 / 2; 8 / 2; 7 % 3; -7 % 3; [int] 2.5; [int] 3.5

#: decimals and doubles
1.10d; 0.1 + 0.2; 1e3; 10 / 4; [decimal] '12.340'; [double] '1,5'

#: dates with an offset
[DateTimeOffset] '2024-03-04T05:06:07+02:00'; ([DateTimeOffset] '2024-03-04T05:06:07+02:00').UtcDateTime

#: dates
[datetime] '2024-03-04T05:06:07Z' | ForEach-Object { $_.ToUniversalTime() }
[datetime] '2024-03-04'; [datetime]::new(2024, 1, 2, 3, 4, 5, 'Utc').AddDays(1)

#: time spans
[timespan] '1.02:03:04'; New-TimeSpan -Hours 25; ([datetime] '2024-01-02') - ([datetime] '2024-01-01')

#: guid and version and uri
[guid] '6f9619ff-8b86-d011-b42d-00c04fc964ff'; [version] '1.2.3'; [uri] 'https://example.com/a?b=c'

#: characters and bytes
[char] 65; [byte] 255; [byte[]] (1, 2); 'ab'[0]

#: booleans of values
[bool] ''; [bool] '0'; [bool] 0; [bool] @(); [bool] @(0); [bool] @(0, 0); [bool] 'false'

#: record
[pscustomobject]@{ Name = 'n'; Count = 2; Tags = 'a', 'b'; Inner = [pscustomobject]@{ X = 1 }; None = $null }

#: record of an ordered table
[pscustomobject][ordered]@{ b = 1; a = 2 }

#: record's members
$record = [pscustomobject]@{ A = 1 }
$record | Add-Member -NotePropertyName B -NotePropertyValue 2
$record | Add-Member ([ordered]@{ C = 3; D = $null }) -PassThru | ForEach-Object C
$record.PSObject.Properties.Name; $record

#: record changes
$record = [pscustomobject]@{ A = 1 }; $record.A = 'x'; $record; $record.Missing

#: setting a missing property
$record = [pscustomobject]@{ A = 1 }; $record.B = 2; 'after'

#: wrapped values are bare
Write-Output 5 -NoEnumerate; Write-Output 'x' | Add-Member Note 1 -PassThru

#: hashtable
@{ a = 1; B = 'two'; c = @(1) }

#: hashtable keys in any case
$table = @{ Name = 1 }; $table.NAME; $table['name']; $table.ContainsKey('nAmE'); $table.Missing

#: ordered table
[ordered]@{ z = 1; a = 2; M = 3 }

#: ordered table by index and name
$table = [ordered]@{ z = 1; a = 2 }; $table[0]; $table['a']; $table.Z; $table.Keys -join ','

#: table in a foreach
foreach ($entry in ([ordered]@{ a = 1; b = 2 }).GetEnumerator()) { "$($entry.Key)=$($entry.Value)" }

#: adding tables
$sum = @{ a = 1 } + @{ b = 2 }; $sum

#: duplicate keys of added tables
@{ a = 1 } + @{ A = 2 }; 'after'

#: return with a value
return 5; 'never'

#: return leaves only its block
1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }

#: text of nothing
$null -eq [string] (& { }); "[$(& { })]"; [string] $null

#: unrolled collections
[System.Collections.ArrayList] (1, 2); , [System.Collections.ArrayList] (1, 2)

#: a generic list
$list = [System.Collections.Generic.List[object]]::new(); $list.Add(1); $list.Add('a'); $list; , $list

#: dictionary is one object
$table = [System.Collections.Generic.Dictionary[string, object]]::new(); $table['k'] = 1; $table

#: script block as a value
{ 'inner' }

#: secure text
(ConvertTo-SecureString 'abc' -AsPlainText -Force).Length

#: output between streams
'one'; Write-Warning 'w1'; 'two'; Write-Host 'h'; 'three'; Write-Error 'e'; 'four'
