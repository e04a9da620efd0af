using Immy.Typed.Actions;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Metascripts;

/// <summary>A script that works for an action: what it sees, what it leaves, and how it ends.</summary>
public sealed class MetascriptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_script_writes_arrives_while_it_runs()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var remote = await LoopbackServer.StartAsync(async context => await asked.Task.WaitAsync(context.RequestAborted));
        await using var host = new TestHost();
        await using var written = host.Runner().RunAsync(
            MetascriptHost.Script($"[pscustomobject]@{{ Step = 'one' }}\n$null\nInvoke-RestMethod {remote.Url} | Out-Null\n'two'"), new ActionContext(), host.Observer, Token).GetAsyncEnumerator(Token);

        Assert.True(await written.MoveNextAsync());
        Assert.Equal("@{Step=one}", $"{written.Current}");
        Assert.True(await written.MoveNextAsync());
        Assert.Null(written.Current);
        asked.SetResult();
        Assert.True(await written.MoveNextAsync());
        Assert.Equal("two", written.Current);
        Assert.False(await written.MoveNextAsync());
        Assert.Equal((RunOutcome.Ok, 3, "Install", "Metascript.Run"), (host.Observer.Last.Outcome, host.Observer.Last.Count, host.Observer.Last.Integration, $"{host.Observer.Last.Block}"));
    }

    [Fact]
    public async Task Whoever_leaves_early_stops_the_script()
    {
        await using var host = new TestHost();
        await foreach (var _ in host.Runner().RunAsync(MetascriptHost.Script("while ($true) { 'on'; Start-Sleep -Milliseconds 1 }"), new ActionContext(), host.Observer, Token))
        {
            break;
        }

        Assert.Equal(RunOutcome.Cancelled, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task The_context_of_an_integration_is_not_there_and_the_language_is_the_same()
    {
        await using var host = new TestHost();

        Assert.Equal("True True ConstrainedLanguage", await host.RunAsync("\"$($null -eq $IntegrationContext) $($null -eq $providerTypeFormData) $($ExecutionContext.SessionState.LanguageMode)\""));
        Assert.Equal(
            "Failed: Install.ps1(1,1): error IMMY116: Get-Process reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Get-Process ... }.",
            await host.FailureAsync("Get-Process"));
    }

    [Fact]
    public async Task Module_scripts_are_found_by_name_and_by_command()
    {
        await using var host = new TestHost();
        var modules = ModuleLibrary.Empty.With("Acme", "function Get-Acme { 'acme' }");

        Assert.Equal("acme|acme", await host.RunAsync(MetascriptHost.Script("Get-Acme\nImport-Module Acme\nGet-Acme", modules)));
    }

    [Fact]
    public async Task Nothing_of_a_script_is_left_for_the_next()
    {
        await using var host = new TestHost();

        Assert.Equal("", await host.RunAsync("$global:tenant = 'Contoso'; function global:Get-Left { 'left' }; $ErrorActionPreference = 'Stop'; Invoke-CommandCached -CacheKey k -ScriptBlock { 'kept' } | Out-Null"));
        Assert.Equal("|Continue|fresh", await host.RunAsync("\"$global:tenant\"\n$ErrorActionPreference.ToString()\nInvoke-CommandCached -CacheKey k -ScriptBlock { 'fresh' }"));
        Assert.StartsWith("Failed: Install.ps1(1,1): error IMMY114: 'Get-Left' is not a command.", await host.FailureAsync("Get-Left"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_place_before_anything_runs()
    {
        await using var host = new TestHost();

        Assert.Equal(
            ["Install.ps1(2,1): error IMMY114: 'Get-IntegrationAgentInstalToken' is not a command. Did you mean 'Get-IntegrationAgentInstallToken'?"],
            (await host.Runner().CheckAsync(MetascriptHost.Script("'begins'\nGet-IntegrationAgentInstalToken"), Token)).Select(static problem => problem.ToString()));
        Assert.Empty(await host.Runner().CheckAsync(MetascriptHost.Script("param($Version)\nInvoke-ImmyCommand { msiexec.exe /i agent.msi }"), Token));
        Assert.StartsWith("Failed: Install.ps1(2,1): error IMMY101: ", await host.FailureAsync("'begins'\n'ends"), StringComparison.Ordinal);
        Assert.Empty(host.Observer.Last.Records);
    }

    [Fact]
    public async Task A_script_that_throws_fails_with_line_and_column_and_what_it_wrote_is_kept()
    {
        await using var host = new TestHost();

        Assert.Equal(
            "Failed: Install.ps1(2,1): error IMMY201: Metascript.Run failed: no space left. What it wrote until then is in the run's streams.",
            await host.FailureAsync("Write-Host 'begins'\nthrow 'no space left'"));
        Assert.Equal(["Host begins"], host.Observer.Last.Streams());
    }

    [Fact]
    public async Task An_error_beside_output_makes_the_run_partial()
    {
        await using var host = new TestHost();

        Assert.Equal("done", await host.RunAsync("Write-Error 'no shortcut'\n'done'"));
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
        Assert.Equal("Install.ps1(1,1): error IMMY202: Metascript.Run wrote an error: no shortcut.", Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task Its_time_is_longer_than_a_blocks_and_limited_too()
    {
        await using var host = new TestHost(static options => (options.DefaultTimeout, options.MaximumTimeout) = (TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)));

        Assert.Equal("done", await host.RunAsync("Start-Sleep -Milliseconds 200; 'done'"));
        Assert.Equal(
            "TimedOut: error IMMY212: Metascript.Run ran longer than 1 second and was stopped. Make it faster, or give it more time: [ScriptTimeout(TimeoutSeconds = n)] above its param(), at most 3600 here.",
            await host.FailureAsync("[ScriptTimeout(TimeoutSeconds = 1)]\nparam()\nStart-Sleep -Seconds 60"));
    }

    [Fact]
    public async Task Scripts_that_hang_are_counted_together()
    {
        const string Hanging = "[regex]::IsMatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a|aa)+$', 'None', [timespan]::FromSeconds(6))";
        await using var host = new TestHost(static options =>
        {
            options.MetascriptTimeout = options.StopGracePeriod = TimeSpan.FromMilliseconds(200);
            options.Pool.HungScripts = 1;
        });

        Assert.StartsWith("TimedOut: ", await host.FailureAsync(Hanging), StringComparison.Ordinal);
        Assert.Equal(
            "Rejected: error IMMY503: 1 script of actions did not stop and still hangs, so no more are started. They hang in calls that cannot be interrupted: give those calls a time-out of their own. Actions go on once one of them comes back.",
            await host.FailureAsync("'next'"));
    }

    [Fact]
    public async Task A_script_that_waits_for_a_place_runs_when_one_is_free()
    {
        await using var host = new TestHost(static options => options.Pool.RunningMetascripts = 1);

        Assert.Equal(["1", "2", "3"], await Task.WhenAll(host.RunAsync("Start-Sleep -Milliseconds 50; 1"), host.RunAsync("2"), host.RunAsync("3")));
    }
}
