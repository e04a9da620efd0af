using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class InMemoryComputerTests
{
    private static readonly InMemoryComputer Computer = new("PC-1")
    {
        Files = new Dictionary<string, string> { [@"C:\ProgramData\Acme\agent.conf"] = "id=7\nname=x", [@"C:\ProgramData\Acme\sub\deep.txt"] = "deep" },
        Programs = new Dictionary<string, string>
        {
            [@"C:\Program Files\SentinelOne\Sentinel Agent 23.4\SentinelCtl.exe"] = "if ($args[0] -eq 'agent_id') { 'uuid-1' } else { \"usage: $args\" }",
        },
        Registry = new Dictionary<string, IReadOnlyDictionary<string, object?>>
        {
            [@"HKLM:\SOFTWARE\Acme"] = new Dictionary<string, object?> { ["AgentId"] = "reg-1", ["Port"] = 443 },
            [@"HKLM:\SOFTWARE\Acme\Child"] = new Dictionary<string, object?> { ["DisplayName"] = "Child" },
        },
    };

    [Theory]
    [InlineData(".")]
    [InlineData("&")]
    public async Task The_guide_s_inventory_block_finds_the_agent_s_id(string call)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", $$"""
            [CmdletBinding()]
            param()
            Invoke-ImmyCommand {
                $path = Resolve-Path  "C:\Program Files\SentinelOne\Sentinel Agent*\SentinelCtl.exe"
                if($path)
                {
                    {{call}} $path.Path agent_id
                }
            }
            """));
        using (ActionScope.Begin(new ActionContext { Computer = Computer }))
        {
            Assert.Equal("uuid-1", await integration.As<ISupportsInventoryIdentification>().GetInventoryScript(TestContext.Current.CancellationToken));
        }

        using (ActionScope.Begin(new ActionContext { Computer = new InMemoryComputer("Bare") }))
        {
            Assert.Null(await integration.As<ISupportsInventoryIdentification>().GetInventoryScript(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(@"Test-Path C:\ProgramData\Acme; Test-Path 'C:\ProgramData\Acme' -PathType Leaf; Test-Path C:\Nowhere; Test-Path HKLM:\SOFTWARE\Acme", "True False False True")]
    [InlineData(@"Get-Content ""$env:ProgramData\Acme\agent.conf""", "id=7 name=x")]
    [InlineData(@"(Get-Content C:\programdata\acme\AGENT.conf -Raw).Length", "11")]
    [InlineData(@"(Get-ChildItem C:\ProgramData\Acme).Name; (Get-ChildItem C:\ProgramData -Recurse -File -Filter *.txt).FullName", @"agent.conf sub C:\ProgramData\Acme\sub\deep.txt")]
    [InlineData(@"(Get-ItemProperty HKLM:\SOFTWARE\Acme).AgentId; Get-ItemPropertyValue HKLM:\SOFTWARE\Acme -Name Port", "reg-1 443")]
    [InlineData(@"(Get-ChildItem HKLM:\SOFTWARE\Acme | Get-ItemProperty).DisplayName; (Get-ItemProperty HKLM:\SOFTWARE\*).AgentId", "Child reg-1")]
    [InlineData(@"(Resolve-Path C:\Nowhere -ErrorAction SilentlyContinue) -eq $null; (Get-Item C:\ProgramData\Acme\agent.conf).Extension", "True .conf")]
    [InlineData(@"Join-Path $env:SystemRoot System32 drivers; Split-Path C:\a\b.txt; Split-Path C:\a\b.txt -Leaf; $env:COMPUTERNAME; ""${env:ProgramFiles(x86)}""", @"C:\Windows\System32\drivers C:\a b.txt PC-1 C:\Program Files (x86)")]
    [InlineData(@"& 'C:\Program Files\SentinelOne\Sentinel Agent 23.4\SentinelCtl.exe' status now", "usage: status now")]
    [InlineData(@"[pscustomobject]@{ a = 1 } | ConvertTo-Json -Compress", "{\"a\":1}")]
    public async Task Path_commands_see_the_tables(string script, string expected)
    {
        var result = await RunAsync(new ComputerCommand { Script = script });
        Assert.Null(result.Error);
        Assert.Equal(expected, string.Join(' ', result.Output));
    }

    [Theory]
    [InlineData("Get-Content /etc/passwd", "Cannot find path '/etc/passwd' because it does not exist.")]
    [InlineData("Get-ItemProperty HKLM:\\SOFTWARE\\Acme -Name Nothing", "Property Nothing does not exist at path HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme.")]
    [InlineData("& /bin/echo hi", "The term '/bin/echo' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.")]
    [InlineData("echo.exe hi", "The term 'echo.exe' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.")]
    [InlineData("[System.IO.File]::ReadAllText('/etc/passwd')", "Cannot invoke method. Method invocation is supported only on core types in this language mode.")]
    public async Task Nothing_of_the_real_machine_is_in_reach(string script, string expected)
    {
        var result = await RunAsync(new ComputerCommand { Script = script + "; 'went on'" });
        Assert.Equal(["went on"], result.Output);
        Assert.Equal([expected], result.Warnings!.Select(static warning => warning.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task What_came_before_an_error_is_kept()
    {
        var result = await RunAsync(new ComputerCommand { Script = "'before'; Write-Warning careful; Write-Error small; throw 'broken'" });
        Assert.Equal(["before"], result.Output);
        Assert.Equal("broken", result.Error);
        Assert.Equal(["careful", "small"], result.Warnings);
    }

    [Fact]
    public async Task A_missing_path_ends_the_script_where_it_asks_for_that()
    {
        var result = await RunAsync(new ComputerCommand { Script = "1; Get-Item C:\\No -ErrorAction Stop; 2" });
        Assert.Equal([1], result.Output);
        Assert.Equal("Cannot find path 'C:\\No' because it does not exist.", result.Error);
    }

    [Fact]
    public async Task Arguments_and_variables_arrive_and_only_data_comes_back()
    {
        var result = await RunAsync(new ComputerCommand
        {
            Script = "param($first) $first; $given.a; { 'code' }; @{ b = { 'inner' } }",
            Arguments = ["one"],
            Variables = new Dictionary<string, object?> { ["given"] = new System.Collections.Hashtable { ["a"] = 5 } },
        });
        Assert.Equal(["one", 5, " 'code' "], result.Output.Take(3));
        Assert.Equal(" 'inner' ", Assert.IsType<System.Collections.Hashtable>(result.Output[3])["b"]);
        Assert.Equal(["x", "y"], (await RunAsync(new ComputerCommand { Script = "$args", Arguments = ["x", "y"] })).Output);
    }

    [Fact]
    public async Task A_script_that_runs_too_long_is_stopped()
    {
        var result = await RunAsync(new ComputerCommand { Script = "'started'; while ($true) { }", Timeout = TimeSpan.FromMilliseconds(500) });
        Assert.Equal(["started"], result.Output);
        Assert.Equal("it ran longer than 0.5 seconds and was stopped.", result.Error);
    }

    [Fact]
    public async Task Cancellation_stops_the_script()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Computer.InvokeAsync(new ComputerCommand { Script = "Start-Sleep -Seconds 30" }, stop.Token));
    }

    [Fact]
    public async Task The_registry_is_read_from_a_session_too() => Assert.Equal("reg-1 443 none", await CommandRun.TextAsync(
        @"""$(Get-WindowsRegistryValue -Path HKLM:\SOFTWARE\Acme -Name agentid) $(Get-WindowsRegistryValue HKEY_LOCAL_MACHINE\SOFTWARE\Acme Port) $((Get-WindowsRegistryValue HKLM:\SOFTWARE\Acme Other) ?? 'none')""",
        Computer));

    private static Task<ComputerResult> RunAsync(ComputerCommand command) => Computer.InvokeAsync(command, TestContext.Current.CancellationToken);
}
