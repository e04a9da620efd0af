using Immy.Typed.Computers;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Commands;

/// <summary>PowerShell's commands that a session has in a narrower form: what is left works as in PowerShell.</summary>
public sealed class StandardCommandTests
{
    [Theory]
    [InlineData("1..3 | ForEach-Object { $_ * 2 }", "2 4 6")]
    [InlineData("1..3 | % -Begin { 'b' } -Process { $_ } -End { 'e' }", "b 1 2 3 e")]
    [InlineData("1..2 | % { 'b' } { $_ } { 'e' }", "b 1 2 e")]
    [InlineData("1..2 | % { $_ } -End { 'e' }", "1 2 e")]
    [InlineData("1..2 | % { 'b' } { $_ }", "b 1 2")]
    [InlineData("1..2 | % -Process { $_ }, { $_ * 10 }", " 10 20")]
    [InlineData("'a', 'b' | % ToUpper", "A B")]
    [InlineData("'abc', 'de' | % Length", "3 2")]
    [InlineData("'abc' | % Substring 1 1", "b")]
    [InlineData("@{ Name = 'x' } | % Name", "x")]
    [InlineData("'abc' | % -MemberName Replace -ArgumentList 'a', 'z'", "zbc")]
    [InlineData("ForEach-Object -InputObject 1, 2 -Process { $_.Count }", "2")]
    [InlineData("1, 2 | % { if ($_ -eq 1) { return }; $_ }", "2")]
    [InlineData("$n = 0; 1..3 | % { $n += $_ }; $n", "6")]
    [InlineData("1..5 | % { $_ } | Select-Object -First 2", "1 2")]
    [InlineData("1..2 | % { $o = $_; 1..2 | % { \"$o$_\" } }", "11 12 21 22")]
    [InlineData("1..2 | % -OutVariable all { $_ } | Out-Null; $all -join '+'", "1+2")]
    [InlineData("1..2 | % -PipelineVariable p { $_ } | % { $p * 10 }", "10 20")]
    [InlineData("foreach ($i in 1..2) { $i | % { $_ } }", "1 2")]
    [InlineData("1..3 | % { try { if ($_ -eq 2) { throw 'x' }; $_ } catch { 'c' } }", "1 c 3")]
    [InlineData("$null | % { 'once' }", "once")]
    [InlineData("@() | % { 'never' }", "")]
    public async Task ForEach_Object_is_PowerShell_s_own(string body, string expected)
        => Assert.Equal($"<{expected}>", await CommandRun.TextAsync($"$found = @({body}); \"<$($found -join ' ')>\""));

    [Theory]
    [InlineData("Get-Command Get-Date | % Name", "Get-Date")]
    [InlineData("(Get-Command Get-Da*).Name", "Get-Date")]
    [InlineData("'Get-Date', 'Get-Random' | Get-Command | % Name", "Get-Date Get-Random")]
    [InlineData("function Get-Mine { }; (Get-Command Get-Mine).CommandType", "Function")]
    [InlineData("(Get-Command -Noun Guid).Name", "New-Guid")]
    [InlineData("Import-Module Own; (Get-Module).Name", "Own")]
    [InlineData("Import-Module Own; (Get-Module O*).Name; @(Get-Module Other).Count", "Own 0")]
    [InlineData("Import-Module Own; (Get-Command -Module Own).Name", "Get-Own")]
    [InlineData("(Get-Command Get-Nothing -ErrorAction SilentlyContinue) -eq $null", "True")]
    public async Task Commands_and_modules_are_listed(string body, string expected)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"$all = @({body}); $all -join ' '"), ModuleLibrary.Empty.With("Own", "function Get-Own { 1 }"));

        Assert.Equal(expected, await integration.TokenAsync());
    }

    [Theory]
    [InlineData("$d = [xml]'<a><b c=\"1\">t</b></a>'; \"$($d.a.b.c) $($d.a.b.'#text') $($d.SelectSingleNode('//b').OuterXml)\"", "1 t <b c=\"1\">t</b>")]
    [InlineData("[xml]$d = '<a>1</a>'; $d.a", "1")]
    [InlineData("$d = [xml]@('<a>', '<b/>', '</a>'); $d.OuterXml", "<a><b /></a>")]
    [InlineData("function Get-A { param([xml]$d) $d.a }; Get-A '<a>1</a>'", "1")]
    [InlineData("$d = [xml]::new(); $d.LoadXml('<a/>'); $d.OuterXml", "<a />")]
    [InlineData("$d = [xml](1 | ConvertTo-Xml -NoTypeInformation); $d.GetElementsByTagName('Object').Count; (1 | ConvertTo-Xml) -is [xml]", "1 True")]
    [InlineData("(Select-Xml -Content '<x:a xmlns:x=\"u\">1</x:a>' -XPath '//y:a' -Namespace @{ y = 'u' }).Node.InnerText", "1")]
    [InlineData("$d = [xml]'<a><b>1</b><b>2</b></a>'; (Select-Xml -Xml $d -XPath '//b' | % { $_.Node.InnerText })", "1 2")]
    public async Task Xml_is_read_as_in_PowerShell(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync($"$all = @({body}); $all -join ' '"));

    [Theory]
    [InlineData("Test-Json -Json '{\"a\":1}'", "True")]
    [InlineData("Test-Json -Json '{\"a\":1}' -Schema '{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/x\"}},\"$defs\":{\"x\":{\"type\":\"integer\"}}}'", "True")]
    [InlineData("Test-Json -Json '{\"a\":\"b\"}' -Schema '{\"properties\":{\"a\":{\"type\":\"integer\"}}}' -ErrorAction SilentlyContinue", "False")]
    [InlineData("([pscustomobject]@{ a = 1 } | Add-Member b 2 -PassThru).b", "2")]
    [InlineData("([pscustomobject]@{ a = 1 } | Add-Member -MemberType NoteProperty -Name b -Value 2 -PassThru).b", "2")]
    [InlineData("([pscustomobject]@{ a = 1 } | Add-Member AliasProperty b a -PassThru).b", "1")]
    [InlineData("[System.Environment]::NewLine.Length", "1")]
    [InlineData("$a = 1, 2; $a[[Math]::Max(0, 1)] = 5; $a -join '+'", "1+5")]
    public async Task The_rest_is_untouched(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync($"$all = @({body}); $all -join ' '"));

    [Fact]
    public async Task Xml_on_a_computer_is_that_computer_s()
    {
        var computer = new InMemoryComputer("Pc");
        Assert.Equal("1", await CommandRun.TextAsync("Invoke-ImmyCommand { $d = [xml]'<a>1</a>'; $d.a }", computer));
    }

    [Fact]
    public async Task Statics_of_an_in_memory_computer_would_be_the_host_s() => Assert.Equal(
        "Test.ps1(3,1): error IMMY409: Invoke-ImmyCommand failed on Pc: [System.Environment]::CommandLine is refused: [System.Environment] is not on the list of types that scripts may use. This computer is part of the host's process. What it wrote before is kept.",
        await CommandRun.FailureAsync("Invoke-ImmyCommand { [System.Environment]::CommandLine }", new InMemoryComputer("Pc")));
}
