using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Immy.Typed.Actions;
using Immy.Typed.Adapters;
using Immy.Typed.Calls;
using Immy.Typed.Monitoring;
using Immy.Typed.Pooling;
using Immy.Typed.Sessions;

namespace Immy.Typed.Integrations;

/// <summary>Runs an instance's blocks for its adapters: takes a session, hands the call over, waits, stops it when told to.</summary>
internal sealed class IntegrationInvoker(InstanceState instance, SessionPool pool, IReadOnlyCollection<IntegrationBlock> first) : IBlockInvoker, IDisposable
{
    // Enough that a fast consumer never waits for the script, few enough that memory stays flat for a slow one.
    private const int StreamBuffer = 256;

    private readonly HashSet<BlockKey> _given = [.. first.Select(static block => BlockKey.Of(block.Descriptor))];

    // The first session's script blocks are not kept: they belong to that session.
    private readonly Dictionary<(string, string), TimeSpan> _periods = first
        .Where(static block => block.PeriodMinutes is not null)
        .ToDictionary(static block => (block.Descriptor.Capability, block.Descriptor.Name), static block => TimeSpan.FromMinutes(block.PeriodMinutes!.Value));

    public InstanceState Instance => instance;

    public SessionStatus Status => pool.Status;

    public bool HasBlock(BlockDescriptor block) => _given.Contains(BlockKey.Of(block));

    public TimeSpan? PeriodOf(string capability, string block) => _periods.TryGetValue((capability, block), out var period) ? period : null;

    public async Task InvokeAsync(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken)
        => await RunAsync(new VoidCall(Call(block, arguments), cancellationToken)).ConfigureAwait(false);

    public async Task<T> InvokeAsync<T>(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken)
    {
        var call = new ScalarCall<T>(Call(block, arguments), cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        return call.Result!;
    }

    public IAsyncEnumerable<T> StreamAsync<T>(BlockDescriptor block, object?[] arguments, CancellationToken cancellationToken)
        => StreamAsync<T>(block, arguments, ActionScope.Current, cancellationToken);

    /// <summary>The same on behalf of an action that the caller names.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(BlockDescriptor block, object?[] arguments, ActionContext? action, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(StreamBuffer) { SingleReader = true, SingleWriter = true });
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new ListCall<T>(Call(block, arguments, action), channel.Writer, left.Token);
        var running = RunAsync(call);
        try
        {
            while (await channel.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                while (channel.Reader.TryRead(out var item))
                {
                    yield return item;
                }
            }
        }
        finally
        {
            if (!running.IsCompleted)
            {
                // The consumer left early: the script must not go on for nobody.
                await left.CancelAsync().ConfigureAwait(false);
                await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await running.ConfigureAwait(false);
    }

    /// <summary>Runs a call that is no call of a block.</summary>
    public Task InvokeAsync(BlockCall call) => RunAsync(call);

    public void Dispose()
    {
        pool.Dispose();
        instance.Http.Dispose();
    }

    private CallRequest Call(BlockDescriptor block, object?[] arguments) => Call(block, arguments, ActionScope.Current);

    private CallRequest Call(BlockDescriptor block, object?[] arguments, ActionContext? action) => SessionRegistry.IsOnSessionThread
        ? throw new InvalidOperationException($"{block} cannot be called from inside a session: its script would wait for itself.")
        : new(instance, block, arguments, action);

    private async Task RunAsync(BlockCall call)
    {
        call.Start();
        try
        {
            if (pool.Take(call) is not { } session)
            {
                await call.Completion.ConfigureAwait(false);
            }
            else
            {
                await ServeAsync(session, call).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            call.NeverBegins(exception);
        }

        call.End();
    }

    private async ValueTask ServeAsync(ScriptSession session, BlockCall call)
    {
        try
        {
            if (!EndsSoon(session, call))
            {
                await call.Completion.ConfigureAwait(false);
            }
        }
        finally
        {
            pool.Return(session, call.IsAbandoned);
        }
    }

    // What may stop the call is set up for those only that take longer than to set it up.
    private bool EndsSoon(ScriptSession session, BlockCall call)
    {
        var mayEndSoon = call.MayEndSoon && session.IsQuick && pool.HasSpareCores;
        session.Post(call);
        if (mayEndSoon && call.LookForEnd())
        {
            return true;
        }

        call.MakeStoppable(session);
        return false;
    }
}
