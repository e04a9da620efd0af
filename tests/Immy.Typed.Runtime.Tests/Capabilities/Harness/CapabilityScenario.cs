using System.Diagnostics;
using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>
/// One capability as a real integration uses it. Its script is <c>Scripts/INTERFACE.ps1</c>, the vendor's API is real HTTP,
/// and every call goes through the C# interface.
/// </summary>
/// <typeparam name="TCapability">The interface.</typeparam>
public abstract class CapabilityScenario<TCapability> : IAsyncLifetime
    where TCapability : class
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Capabilities", "Scripts");

    // One session: what a cancelled call left behind is what the next one finds.
    private readonly TestHost _host = new(static options => options.SessionsPerIntegration = 1);

    private protected VendorApi Api { get; private set; } = null!;

    private protected BlockRun LastRun => _host.Observer.Last;

    private protected string LastProblem => Assert.Single(LastRun.Problems).ToString();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static string Script { get; } = File.ReadAllText(Path.Combine(Folder, typeof(TCapability).Name + ".ps1")).ReplaceLineEndings("\n");

    /// <summary>Calls of every block that can be cancelled.</summary>
    protected abstract IReadOnlyList<Func<TCapability, CancellationToken, Task>> Calls { get; }

    [Fact]
    public abstract Task A_real_script_gives_typed_results();

    [Fact]
    public abstract Task The_most_likely_mistake_is_told();

    [Fact]
    public async Task A_cancelled_call_ends_at_once_and_the_next_one_works()
    {
        var integration = await StartAsync();
        foreach (var call in Calls)
        {
            var held = HoldNext();
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var running = CallAsync(integration, call, source.Token);
            await held.Arrived.WaitAsync(TimeSpan.FromSeconds(30), Token);

            var clock = Stopwatch.StartNew();
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

            // Far below the grace period: nothing was waited out, and the session is the same.
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
            Assert.Equal(RunOutcome.Cancelled, LastRun.Outcome);
            await held.Abandoned.WaitAsync(TimeSpan.FromSeconds(30), Token);

            await CallAsync(integration, call, Token);
            Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
        }
    }

    public virtual async ValueTask InitializeAsync() => Api = await VendorApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the next thing remote that a block asks for never answer.</summary>
    private protected virtual HeldRequest HoldNext() => Api.HoldNext();

    /// <summary>Calls a block on behalf of whatever the host calls it for.</summary>
    private protected virtual Task CallAsync(DynamicIntegration integration, Func<TCapability, CancellationToken, Task> call, CancellationToken cancellationToken)
        => call(integration.As<TCapability>(), cancellationToken);

    /// <summary>The script, loaded and initialized.</summary>
    private protected async Task<DynamicIntegration> StartAsync(string? script = null)
    {
        var integration = await _host.LoadAsync(script ?? Script, Modules());
        Assert.Empty(integration.Warnings);
        Assert.True((await integration.InitAsync(("Uri", Api.Address), ("ApiKey", VendorApi.Key))).IsSuccess);
        Assert.Empty(LastRun.Problems);
        return integration;
    }

    /// <summary>What is said of a script that does not load.</summary>
    private protected Task<IReadOnlyList<string>> RefusedAsync(string script) => _host.RefusedAsync(script, Modules());

    /// <summary>The script with a mistake in it.</summary>
    private protected static string Mistaken(string right, string wrong)
    {
        Assert.Contains(right, Script, StringComparison.Ordinal);
        return Script.Replace(right, wrong, StringComparison.Ordinal);
    }

    private protected static Task<string> FailureAsync(Func<Task> call) => Tests.Harness.Calls.FailureAsync(call);

    private protected static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static ModuleLibrary Modules() => ModuleLibrary.Empty.With("Acme", File.ReadAllText(Path.Combine(Folder, "Acme.psm1")));
}
