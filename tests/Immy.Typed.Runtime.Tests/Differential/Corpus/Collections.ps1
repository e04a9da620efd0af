#: lists of usual types
$a = [System.Collections.Generic.List[pscustomobject]]::new(); $a.Add([pscustomobject]@{ A = 1 }); $a.Count
$b = [System.Collections.Generic.List[hashtable]]::new(); $b.Add(@{ a = 1 }); $b[0].a
$c = [System.Collections.Generic.List[long]]::new(); $c.AddRange([long[]] (3, 1, 2)); $c.Sort(); $c; $c.Contains(2); $c.IndexOf(3)
$d = [System.Collections.Generic.List[string]] ('a', 'b'); $d.Insert(0, 'z'); $d.Remove('a'); $d.RemoveAt(0); $d; $d.ToArray().GetType().Name

#: dictionaries of usual types
$a = [System.Collections.Generic.Dictionary[string, int]]::new(); $a['x'] = 1; $a.Add('y', 2); $a; $a.ContainsKey('x'); $a.Count
$b = [System.Collections.Generic.Dictionary[string, string]]::new([StringComparer]::OrdinalIgnoreCase); $b['Key'] = 'v'; $b['KEY']
$c = [System.Collections.Generic.Dictionary[string, object]]::new(); $c['k'] = 1, 2; foreach ($pair in $c.GetEnumerator()) { "$($pair.Key): $($pair.Value)" }

#: sets, queues and stacks
$a = [System.Collections.Generic.HashSet[string]]::new(); $a.Add('x'); $a.Add('x'); $a.Count
$b = [System.Collections.Generic.HashSet[int]]::new([int[]] (1, 1, 2)); $b.Count; $b.Contains(2)
$c = [System.Collections.Generic.Queue[object]]::new(); $c.Enqueue(1); $c.Enqueue('b'); $c.Dequeue(); $c.Count
$d = [System.Collections.Generic.Stack[object]]::new(); $d.Push(1); $d.Push(2); $d.Pop()

#: sorted tables
$a = [System.Collections.Generic.SortedDictionary[string, object]]::new(); $a['b'] = 1; $a['a'] = 2; $a

#: hashtable methods
$t = @{ b = 2; a = 1 }; $t.Add('c', 3); $t.Remove('b'); $t.ContainsValue(3); $t.Keys | Sort-Object; ($t.GetEnumerator() | Sort-Object Name).Value; $t.Clone().Count; $t.Clear(); $t.Count

#: hashtable key that exists
$t = @{ a = 1 }; $t.Add('A', 2); 'after'

#: ordered table methods
$t = [ordered]@{ b = 1 }; $t.Insert(0, 'a', 0); $t.Contains('B'); $t.RemoveAt(1); $t; $t.Count

#: changing a table while it is walked
$t = [ordered]@{ a = 1; b = 2 }; foreach ($key in $t.Keys) { $t[$key] = 5 }; 'after'

#: table of a group
'a', 'b', 'a' | Group-Object -NoElement | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Count)" }
([pscustomobject]@{ K = 'x'; V = 1 }, [pscustomobject]@{ K = 'x'; V = 2 } | Group-Object K -AsHashTable -AsString)['x'].V

#: array methods
[array]::Reverse(($a = 1, 2, 3)); $a; [array]::IndexOf((1, 2), 2); (3, 1).Clone() -join ','; [array]::Sort(($b = 3, 1, 2)); $b

#: two dimensions
$m = [int[, ]]::new(2, 2); $m[0, 1] = 5; $m[0, 1]; $m.Length

#: fixed size
$a = 1, 2; $a.Add(3); 'after'

#: members of every element
$list = @([pscustomobject]@{ N = 1 }, [pscustomobject]@{ N = 2 }); $list.N; $list.Missing; $list.N.Count; ('a', 'bb').Length; ('a', 'bb').ToUpper()

#: nested tables
$t = @{ a = @{ b = @(1, @{ c = 'deep' }) } }; $t.a.b[1].c; $t['a']['b'][0]; $t.x.y.z

#: here-string in CRLF
@"
one
two
"@
'a
b'

#: statements in CRLF
if ($true) {
    'one' |
        ForEach-Object { "$_!" }
}
1 + `
    2

#: bound parameters are a table
function Test-It { [CmdletBinding()] param($A, $B) $PSBoundParameters.Remove('A'); $PSBoundParameters['C'] = 3; $PSBoundParameters.Keys; $PSBoundParameters.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }; $PSBoundParameters.TryGetValue('B', [ref] $null) }
Test-It -A 1 -B 2

#: streams of pscmdlet
function Test-It { [CmdletBinding()] param() $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteObject(@(1, 2), $true); $PSCmdlet.WriteObject(@(1, 2), $false); $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new('e'), 'Id', 'InvalidData', 5)) }
Test-It -Verbose; $Error[0].FullyQualifiedErrorId; $Error[0].TargetObject; $?

#: rethrown by pscmdlet
function Test-It { [CmdletBinding()] param() try { throw 'inner' } catch { $PSCmdlet.ThrowTerminatingError($_) } }
try { Test-It } catch { "$_"; $_.FullyQualifiedErrorId; $_.InvocationInfo.MyCommand.Name }
Test-It; 'after'

#: dates parsed and written
[datetime]::ParseExact('04.03.2024', 'dd.MM.yyyy', [cultureinfo]::InvariantCulture); ([datetime] '2024-03-04T05:06:07').ToString('o'); [DateTimeOffset]::FromUnixTimeSeconds(0).ToString('u'); ([DateTimeOffset] '2024-03-04T05:06:07+02:00').ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ'); ([datetime] '2024-03-04').AddDays(-1).Date
