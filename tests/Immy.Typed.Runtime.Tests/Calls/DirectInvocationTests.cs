using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Calls;

/// <summary>A plain block runs directly, any other through a command; nothing but the time may tell the two apart.</summary>
public sealed class DirectInvocationTests
{
    public static TheoryData<string> Bodies =>
    [
        "\"$clientId $($args.Count)\"",
        "\"$($PSBoundParameters.clientId)\"",
        "Write-Error 'one'\n'two'",
        "Write-Error 'one' -ErrorAction Stop",
        "'text'.NoSuchMethod()\n'two'",
        "NoSuch-Thing\n& { 'nested' }",
        "throw 'thrown'",
        "'one'\n'two'",
        "exit 4",
        "break",
        "$script:x = 1; $local = 2; \"$x$local\"",
        "Write-Warning 'w'; Write-Host 'h'; 'r'",
        "1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ } | Out-Null; 'r'",
        "trap { 'trapped'; continue }\nthrow 'x'",
        "try { throw 'x' } catch { 'caught' } finally { Write-Host 'f' }",
        "$input | Out-Null; 'r'",
        "$_",
        "$ErrorActionPreference = 'Stop'; Write-Error 'stops'; 'never'",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Both_ways_give_the_same(string body)
    {
        await using var host = new TestHost();

        // The added attribute makes the engine bind by name; it stands in the place of a blank, so columns agree.
        var direct = await RunAsync(host, $"param(               $clientId)\n{body}");
        var named = await RunAsync(host, $"param([Parameter()]  $clientId)\n{body}");

        Assert.Equal(named, direct);
    }

    [Fact]
    public async Task Arguments_find_their_places_in_any_order_and_number()
    {
        await using var host = new TestHost();
        var agent = new ProviderAgentDetails { ExternalAgentId = "a1" };
        async Task<string> AnswerAsync(string body) => await (await host.LoadAsync(Scripts.With($"$Integration | Add-DynamicIntegrationCapability IRunScriptProvider -get_DefaultTimeout {{ 1 }} -RunScript {{ {body} }}")))
            .As<IRunScriptProvider>().RunScript(agent, "code", ScriptLanguage.PowerShell, 5, "path", TestContext.Current.CancellationToken);

        Assert.Equal("path 5 a1", await AnswerAsync("param($scriptPath, [int] $TIMEOUT, $agent) \"$scriptPath $timeout $($agent.ExternalAgentId)\""));
        Assert.Equal("code 5", await AnswerAsync("param([string] $scriptCode, [long] $timeout) \"$scriptCode $timeout\""));
        Assert.Equal("code x", await AnswerAsync("param($scriptCode, $extra = 'x') \"$scriptCode $extra\""));
        Assert.Equal("none", await AnswerAsync("'none'"));
    }

    private static async Task<string> RunAsync(TestHost host, string block)
    {
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsAgentUninstallToken", "GetAgentUninstallToken", block.Replace("clientId", "agentId", StringComparison.Ordinal).Replace("NoSuch-Thing", "& ('NoSuch-' + 'Thing')", StringComparison.Ordinal)));
        string result;
        try
        {
            result = await integration.As<ISupportsAgentUninstallToken>().GetAgentUninstallToken("a1", TestContext.Current.CancellationToken);
        }
        catch (Problems.BlockException exception)
        {
            result = exception.Message;
        }

        var run = host.Observer.Last;
        return string.Join('\n', run.Records.Select(static record => $"{record.Kind} {record.Message} {record.Location}")
            .Concat(run.Problems.Select(static problem => problem.ToString()))
            .Append($"{run.Outcome} {run.Outcome == RunOutcome.Ok}")
            .Append(result));
    }
}
