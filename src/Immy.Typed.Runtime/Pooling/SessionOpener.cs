using Immy.Typed.Integrations;
using Immy.Typed.Metascripts;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>Opens a session of an instance and loads its script into it.</summary>
internal sealed class SessionOpener(SessionStateFactory states, InstanceState instance)
{
    public async Task<OpenedSession> OpenAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var session = ScriptSession.Start(states, instance);
        var load = instance.IsMetascript ? new MetascriptLoad(instance) : new LoadWork(instance, isFirst);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(instance.Options.LoadTimeout);
        session.Post(load);
        await using (timeout.Token.UnsafeRegister(_ => session.Stop(load), null).ConfigureAwait(false))
        {
            await Task.WhenAny(load.Completion, HangsAsync(timeout.Token)).ConfigureAwait(false);
        }

        if (session.Opened.IsFaulted)
        {
            await session.Opened.ConfigureAwait(false);
        }

        if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            load.TooSlow();
        }

        if (!cancellationToken.IsCancellationRequested && load.Definition is not null && !load.HasErrors)
        {
            return new(session, load, Hung: null);
        }

        session.Dispose();
        return new(null, load, load.Completion.IsCompleted ? null : session);
    }

    private async Task HangsAsync(CancellationToken timedOut)
    {
        await Task.Delay(Timeout.Infinite, timedOut).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(instance.Options.StopGracePeriod, CancellationToken.None).ConfigureAwait(false);
    }
}
