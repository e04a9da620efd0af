using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>A call that waits for a place. What it gets is an idle session, or null: then it opens one.</summary>
internal sealed class Waiter
{
    private readonly TaskCompletionSource<ScriptSession?> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ScriptSession?> Granted => _granted.Task;

    public void Grant(ScriptSession? session) => _granted.SetResult(session);

    public void Refuse(Exception reason) => _granted.SetException(reason);
}
