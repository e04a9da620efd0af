using System.Collections.Concurrent;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Integrations;

/// <summary>The sessions of one instance: opened on demand up to a limit, each with the script loaded.</summary>
internal sealed class SessionPool(SessionStateFactory states, InstanceState instance) : IDisposable
{
    private readonly SemaphoreSlim _places = new(instance.Options.SessionsPerIntegration, instance.Options.SessionsPerIntegration);
    private readonly ConcurrentStack<ScriptSession> _idle = new();
    private volatile bool _disposed;

    /// <summary>Opens a session and loads the script; the first one decides whether the integration exists.</summary>
    public async Task<(ScriptSession? Session, LoadWork Load)> OpenAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var session = await ScriptSession.OpenAsync(states, instance).ConfigureAwait(false);
        var load = new LoadWork(instance, isFirst);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(instance.Options.LoadTimeout);
        session.Post(load);
        await using (timeout.Token.UnsafeRegister(_ => session.Stop(load), null).ConfigureAwait(false))
        {
            await Task.WhenAny(load.Completion, HangsAsync(timeout.Token)).ConfigureAwait(false);
        }

        if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            load.TooSlow();
        }

        if (!cancellationToken.IsCancellationRequested && load.Definition is not null && !load.HasErrors)
        {
            return (session, load);
        }

        session.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
        return (null, load);
    }

    /// <summary>Makes an opened session available.</summary>
    public void Add(ScriptSession session) => _idle.Push(session);

    public async Task<ScriptSession> TakeAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_idle.TryPop(out var session))
            {
                return session;
            }

            var (opened, load) = await OpenAsync(isFirst: false, cancellationToken).ConfigureAwait(false);
            return opened ?? throw new IntegrationLoadException(instance.Name, load.Problems);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Return(ScriptSession session, bool isAbandoned)
    {
        if (isAbandoned || _disposed)
        {
            session.Dispose();
        }
        else
        {
            _idle.Push(session);
        }

        _places.Release();
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private async Task HangsAsync(CancellationToken timedOut)
    {
        await Task.Delay(Timeout.Infinite, timedOut).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(instance.Options.StopGracePeriod, CancellationToken.None).ConfigureAwait(false);
    }
}
