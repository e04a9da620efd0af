using Immy.Typed.Calls;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>Somebody who waits for a place in a pool: a call, or who opens the first session.</summary>
internal sealed class Waiter
{
    private readonly TaskCompletionSource? _granted;

    public Waiter(SessionPool pool, BlockCall? call, long since)
    {
        (Pool, Call, Since) = (pool, call, since);
        Node = new(this);
        _granted = call is null ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
    }

    public SessionPool Pool { get; }

    /// <summary>The call; null for the first session.</summary>
    public BlockCall? Call { get; }

    /// <summary>When it came, as a time stamp of the host's clock.</summary>
    public long Since { get; }

    /// <summary>Its place in the queue.</summary>
    public LinkedListNode<Waiter> Node { get; }

    /// <summary>Gives up when the caller does.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>The idle session that it got with its place; null: it opens one.</summary>
    public ScriptSession? Session { get; set; }

    /// <summary>Who got a place in the same moment.</summary>
    public Waiter? Next { get; set; }

    /// <summary>Completes with the place, where no call waits for it.</summary>
    public Task Granted => _granted?.Task ?? Task.CompletedTask;

    public void Grant() => _granted?.TrySetResult();

    /// <summary>There will be no place.</summary>
    public void Refuse(Exception reason)
    {
        Registration.Unregister();
        _granted?.TrySetException(reason);
        Call?.NeverBegins(reason);
    }
}
