using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class ImmyCommandTests
{
    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        var computer = new RecordingComputer();

        Assert.Equal("done", await CommandRun.TextAsync("Invoke-ImmyCommand { Get-Date }", computer));

        Assert.Equal(" Get-Date ", computer.Last.Script);
        Assert.Equal((TimeSpan.FromSeconds(120), null, false), (computer.Last.Timeout, computer.Last.ConnectTimeout, computer.Last.AsUser));
        Assert.Empty(computer.Last.Arguments);
        Assert.Empty(computer.Last.Variables);
    }

    [Fact]
    public async Task Every_parameter_reaches_the_computer()
    {
        var computer = new RecordingComputer();

        await CommandRun.TextAsync("Invoke-ImmyCommand -Timeout 600 -ConnectTimeout 30 -ContextString User -ArgumentList 'a', 2 { $args }", computer);

        Assert.Equal((TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(30), true), (computer.Last.Timeout, computer.Last.ConnectTimeout, computer.Last.AsUser));
        Assert.Equal(["a", 2], computer.Last.Arguments);
    }

    [Theory]
    [InlineData("$folder = 'C:\\A'; Invoke-ImmyCommand { Test-Path $using:folder }", " Test-Path $__using_folder ", "__using_folder")]
    [InlineData("$Folder = 'C:\\A'; Invoke-ImmyCommand { Test-Path \"$Using:FOLDER\\x\" }", " Test-Path \"$__using_FOLDER\\x\" ", "__using_FOLDER")]
    [InlineData("$folder = 'C:\\A'; Invoke-ImmyCommand -IncludeLocals { Test-Path $folder }", " Test-Path $folder ", "folder")]
    public async Task Variables_of_the_script_are_taken_along(string body, string script, string variable)
    {
        var computer = new RecordingComputer();

        await CommandRun.TextAsync(body, computer);

        Assert.Equal((script, "C:\\A"), (computer.Last.Script, computer.Last.Variables[variable]));
    }

    [Fact]
    public async Task Locals_are_the_block_s_own_variables_that_hold_data()
    {
        var computer = new RecordingComputer();

        await CommandRun.TextAsync("param($clientId)\n$outer = 'not this one'; & { $inner = 5; $code = { 1 }; $null = 'a' -match 'a'; Invoke-ImmyCommand -IncludeLocals { $inner } }", computer);

        Assert.Equal(new KeyValuePair<string, object?>("inner", 5), Assert.Single(computer.Last.Variables));
    }

    [Fact]
    public async Task What_was_written_before_the_error_is_kept()
    {
        var computer = new RecordingComputer("PC-1", static _ => Task.FromResult(new ComputerResult(["before"], "It broke.", ["careful"])));
        await using var host = new TestHost();

        Assert.Equal(
            "before|Invoke-ImmyCommand failed on PC-1: It broke. What it wrote before is kept.",
            await CommandRun.TextAsync(host, "$kept = @(); try { Invoke-ImmyCommand { x } | ForEach-Object { $kept += $_ } } catch { \"$kept|$_\" }", computer));
        Assert.Equal(["PC-1: careful"], host.Warnings());
    }

    [Fact]
    public async Task In_parallel_all_computers_are_asked_at_once_and_one_s_error_is_only_its_own()
    {
        using var both = new Barrier(2);
        var computers = new object?[] { Waiting("PC-1", both, "disk full"), Waiting("PC-2", both, null) };
        var list = new RecordingComputer("List", _ => Task.FromResult(new ComputerResult(computers)));
        await using var host = new TestHost();

        Assert.Equal(
            "PC-1 PC-2",
            await CommandRun.TextAsync(host, "$all = Invoke-ImmyCommand { 'computers' }\n($all | Invoke-ImmyCommand -Parallel { hostname } -ErrorAction SilentlyContinue -ErrorVariable failed) -join ' '", list));
        Assert.Equal(
            "Invoke-ImmyCommand failed on PC-1: disk full. What it wrote before is kept.",
            Assert.Single(host.Observer.Last.Records, static record => record.Kind is StreamKind.Error or StreamKind.CaughtError).Message);
    }

    [Theory]
    [InlineData("Invoke-ImmyCommand { hostname }")]
    [InlineData("try { Invoke-ImmyCommand { hostname } } catch { Write-Host $_ }")]
    [InlineData("Invoke-ImmyCommand { hostname } -ErrorAction SilentlyContinue")]
    public async Task A_script_whose_computer_is_given_up_does_not_go_on(string wait)
    {
        await using var host = new TestHost();
        using var source = new CancellationTokenSource();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var computer = new UnansweringComputer(asked);
        var integration = await CommandRun.LoadAsync(host, $"{wait}\nWrite-Host 'it went on'\n'token'");
        Task<string> running;
        using (ActionScope.Begin(new ActionContext { Computer = computer }))
        {
            running = integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken("c1", source.Token);
        }

        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(RunOutcome.Cancelled, host.Observer.Last.Outcome);
        Assert.Empty(host.Observer.Last.Records);
        Assert.Empty(host.Observer.Last.Problems);
    }

    [Fact]
    public async Task Something_else_than_a_computer_is_refused() => Assert.Equal(
        "Test.ps1(3,1): error IMMY412: Invoke-ImmyCommand: -Computer got String, where a computer is expected. Leave it out to use the action's computer.",
        await CommandRun.FailureAsync("Invoke-ImmyCommand -Computer 'PC-9' { hostname }", new RecordingComputer()));

    // It answers once both computers were asked, which one after the other they never are.
    private static RecordingComputer Waiting(string name, Barrier both, string? error) => new(name, _ => Task.Run(() =>
    {
        Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        return new ComputerResult([name], error);
    }));
}
