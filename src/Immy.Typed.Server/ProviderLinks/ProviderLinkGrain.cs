using System.Runtime.CompilerServices;
using Immy.Typed.Server.Hosting;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Immy.Typed.Server.ProviderLinks;

/// <inheritdoc cref="IProviderLinkGrain"/>
[Reentrant]

// Whichever machine wakes them all after a start must not keep them all.
[RandomPlacement]
internal sealed class ProviderLinkGrain(IEnumerable<ILinkJob> jobs, LinksHere here, IServiceProvider services, ServerOptions options, ServerStopping stopping, ILogger<LinkTimers> logger)
    : Grain, IProviderLinkGrain, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private ServedLink _served = null!;
    private LinkTimers _timers = null!;
    private Task _opening = Task.CompletedTask;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _served = ActivatorUtilities.CreateInstance<ServedLink>(services, this.GetPrimaryKey());
        _timers = new LinkTimers(this, stopping, logger);

        // Init may take minutes; whoever asks waits for it, the activation does not.
        _opening = ReopenAsync();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Close();
        return Task.CompletedTask;
    }

    public void Dispose() => _one.Dispose();

    public Task WakeAsync()
    {
        _ = ReadyAsync();
        return Task.CompletedTask;
    }

    public async Task<LinkStatus> EnsureAsync()
    {
        await ReadyAsync();
        return _served.Status;
    }

    public async Task<LinkStatus> CheckHealthAsync()
    {
        await ReadyAsync();
        await AttendAsync(checksOnly: true);
        return _served.Status;
    }

    public async Task<LinkStatus> ReloadAsync()
    {
        // What was saved holds from the next request on.
        here.Withdraw(this.GetPrimaryKey());
        _opening = ReopenAsync();
        await _opening;
        return _served.Status;
    }

    public Task TellAsync(LinkNotice notice)
    {
        notice.Arrive(this.GetPrimaryKey(), services);
        return Task.CompletedTask;
    }

    public async Task<LinkAnswer<TAnswer>> AskAsync<TAnswer>(LinkRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await ReadyAsync();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.IsTidying ? CancellationToken.None : stopping.Cut);
        return await LinkAnswers.OfAsync(
            async () =>
            {
                using var live = _served.Lease();

                // Off the grain's own scheduler: one link answers several at once, on all cores.
                return await Task.Run(() => request.AnswerAsync(live, services, cut.Token), cut.Token);
            },
            stopping);
    }

    public async IAsyncEnumerable<LinkAnswer<TItem>> StreamAsync<TItem>(LinkStreamRequest<TItem> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ReadyAsync();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Cut);
        await foreach (var answer in LinkAnswers.StreamAsync(_served.Lease, live => request.AnswerAsync(live, services, cut.Token), stopping, cut.Token))
        {
            yield return answer;
        }
    }

    // An opening that failed, since the database was away, is tried again by whoever needs it.
    private Task ReadyAsync() => _opening.IsFaulted ? _opening = ReopenAsync() : _opening;

    private async Task ReopenAsync()
    {
        await _one.WaitAsync();
        try
        {
            Close();
            await OpenAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    // Does what has not gone well yet, so that a link mends itself once its script or the remote system is mended.
    private async Task<bool> AttendAsync(bool checksOnly)
    {
        await _one.WaitAsync();
        try
        {
            await (_served.Integration is null ? OpenAsync() : _served.AttendAsync(checksOnly));
        }
        finally
        {
            _one.Release();
        }

        return _served.HasInit;
    }

    private async Task OpenAsync()
    {
        _timers.Stop();
        await _served.OpenAsync();
        if (_served.Integration is { } integration)
        {
            _timers.Every(options.HealthCheckPeriod, options.HealthCheckPeriod, async _ => !_served.HasInit || await AttendAsync(checksOnly: true));
            _timers.Every(options.InitPeriod, JobSchedule.Next(options.InitPeriod, _served.HasInit ? 0 : 1, Random.Shared.NextDouble()), _ => AttendAsync(checksOnly: false));
            _timers.Every(jobs.Where(job => job.AppliesTo(integration)), integration, _served.Lease);
        }
        else if (_served.Why == LinkUnavailability.NotLoaded)
        {
            _timers.Every(options.InitPeriod, options.InitPeriod, _ => AttendAsync(checksOnly: false));
        }
    }

    private void Close()
    {
        _timers.Stop();
        _served.Close();
    }
}
