using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Hosting;
using Immybot.Backend.Domain.Providers;
using Orleans.Concurrency;

namespace Immy.Typed.Server.ProviderLinks;

/// <inheritdoc cref="IProviderLinkGrain"/>
[Reentrant]
internal sealed partial class ProviderLinkGrain(
    LinkOpener opener, LinkStore store, LinksHere here, LinkSecrets secrets, SecretUse use, IEnumerable<ILinkJob> jobs, IEnumerable<ILinkLoaded> features, IServiceProvider services, ServerOptions options, TimeProvider time, ILogger<ProviderLinkGrain> logger)
    : Grain, IProviderLinkGrain, IDisposable
{
    // Jobs of many links that start together come spread over this time, or over their period where that is shorter.
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private readonly LinkLocks _locks = new();
    private readonly List<LinkTimer> _timers = [];
    private OpenIntegration? _open;
    private bool _hasInit;
    private LinkStatus _status = new(LinkHealth.Unknown, null, []);
    private LinkUnavailability _why = LinkUnavailability.NotLoaded;
    private Task _opening = Task.CompletedTask;

    private Guid Id => this.GetPrimaryKey();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
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
        return _status;
    }

    public async Task<LinkStatus> CheckHealthAsync()
    {
        await ReadyAsync();
        await AttendAsync(checksOnly: true);
        return _status;
    }

    public async Task<LinkStatus> ReloadAsync()
    {
        // What was saved holds from the next request on.
        here.Withdraw(Id);
        _opening = ReopenAsync();
        await _opening;
        return _status;
    }

    public Task TellAsync(LinkNotice notice)
    {
        notice.Arrive(Id, services);
        return Task.CompletedTask;
    }

    public async Task<LinkAnswer<TAnswer>> AskAsync<TAnswer>(LinkRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await ReadyAsync();
        return await LinkAnswers.OfAsync(async () =>
        {
            using var live = Lease();

            // Off the grain's own scheduler: one link answers several at once, on all cores.
            return await Task.Run(() => request.AnswerAsync(live, services, cancellationToken), cancellationToken);
        });
    }

    public async IAsyncEnumerable<LinkAnswer<TItem>> StreamAsync<TItem>(LinkStreamRequest<TItem> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ReadyAsync();
        await foreach (var answer in LinkAnswers.StreamAsync(Lease, live => request.AnswerAsync(live, services, cancellationToken), cancellationToken))
        {
            yield return answer;
        }
    }

    private LiveLink Lease() => _open is not null && _hasInit && LiveLink.TryLease(Id, _open, _locks) is { } live
        ? live
        : throw new LinkUnavailableException(_why, _why switch
        {
            LinkUnavailability.Gone => $"There is no provider link {Id}.",
            LinkUnavailability.Disabled => "The provider link is switched off. Switch it on to use it.",
            LinkUnavailability.NotLoaded => $"The provider link's script does not load: {_status.Message} Save a version of its integration type that does.",
            _ => $"The provider link is not initialized: {_status.Message} Mend that, and save the link or run its health check.",
        });

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
            if (_open is null)
            {
                await OpenAsync();
            }
            else if (checksOnly && _hasInit)
            {
                await CheckAsync(_open.Integration);
            }
            else if (await store.ReadAsync(Id) is { } link)
            {
                await InitAsync(link, _open.Integration);
            }
        }
        finally
        {
            _one.Release();
        }

        return _hasInit;
    }

    private async Task OpenAsync()
    {
        StopJobs();
        if (await store.ReadAsync(Id) is not { } link)
        {
            (_status, _why) = (new(LinkHealth.Unknown, "The provider link is gone.", []), LinkUnavailability.Gone);
            return;
        }

        if (!link.IsEnabled)
        {
            _why = LinkUnavailability.Disabled;
            await TellAsync(LinkHealth.Disabled, null);
            return;
        }

        _why = LinkUnavailability.NotLoaded;
        try
        {
            _open = await opener.OpenAsync(link);
        }
        catch (IntegrationLoadException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
            Every(options.InitPeriod, options.InitPeriod, _ => AttendAsync(checksOnly: false));
            return;
        }

        foreach (var feature in features)
        {
            await feature.LoadedAsync(Id, _open.Integration, CancellationToken.None);
        }

        await InitAsync(link, _open.Integration);
        StartJobs(_open.Integration);
    }

    private async Task InitAsync(ProviderLink link, DynamicIntegration integration)
    {
        // While Init runs again, calls go on with what the last one left.
        _why = LinkUnavailability.NotInitialized;
        try
        {
            await use.NoteAsync(link);
            var result = await integration.Provider.Init(secrets.ValuesOf(link), CancellationToken.None);
            HasInit(result.IsSuccess);
            await (_hasInit ? CheckAsync(integration) : TellAsync(LinkHealth.Unhealthy, result.Message));
        }
        catch (IntegrationException exception)
        {
            HasInit(false);
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
        catch (CryptographicException)
        {
            HasInit(false);
            await TellAsync(LinkHealth.Unhealthy, $"Its secrets cannot be decrypted: the keys in {options.Keys} are not those that they were saved with. Bring those keys back, or save the link again.");
        }
    }

    private void HasInit(bool hasInit)
    {
        _hasInit = hasInit;
        if (hasInit)
        {
            here.Serve(Id, _open!, _locks);
        }
        else
        {
            here.Withdraw(Id);
        }
    }

    private async Task CheckAsync(DynamicIntegration integration)
    {
        try
        {
            var result = await integration.Provider.HealthCheck(CancellationToken.None);
            await TellAsync(result.State switch
            {
                HealthState.Healthy => LinkHealth.Healthy,
                HealthState.Degraded => LinkHealth.Degraded,
                HealthState.Disabled => LinkHealth.Disabled,
                _ => LinkHealth.Unhealthy,
            }, result.Message);
        }
        catch (IntegrationException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
    }

    private async Task TellAsync(LinkHealth health, string? message)
    {
        _status = new(health, message, [.. (_open?.Integration.Capabilities ?? []).Select(static capability => capability.Name)]);
        await store.WriteHealthAsync(Id, _status, time.GetUtcNow());
    }

    private void StartJobs(DynamicIntegration integration)
    {
        Every(options.HealthCheckPeriod, options.HealthCheckPeriod, async _ => !_hasInit || await AttendAsync(checksOnly: true));
        Every(options.InitPeriod, JobSchedule.Next(options.InitPeriod, _hasInit ? 0 : 1, Random.Shared.NextDouble()), _ => AttendAsync(checksOnly: false));
        foreach (var job in jobs.Where(job => job.AppliesTo(integration)))
        {
            var period = job.PeriodFor(integration);
            Every(period, (period < Spread ? period : Spread) * Random.Shared.NextDouble(), stopped => RunAsync(job, stopped));
        }
    }

    private async Task<bool> RunAsync(ILinkJob job, CancellationToken cancellationToken)
    {
        try
        {
            using var live = Lease();
            await Task.Run(() => job.RunAsync(live, cancellationToken), cancellationToken);
            return true;
        }
        catch (LinkUnavailableException)
        {
            // Its health says so already.
            return false;
        }
        catch (Exception exception)
        {
            LogJobFailed(exception, job.Name, Id);
            return false;
        }
    }

    private void Every(TimeSpan period, TimeSpan first, Func<CancellationToken, Task<bool>> work) => _timers.Add(new LinkTimer(this, period, first, work));

    private void Close()
    {
        StopJobs();
        HasInit(false);
        _open?.Retire();
        _open = null;
    }

    private void StopJobs()
    {
        _timers.ForEach(static timer => timer.Dispose());
        _timers.Clear();
    }

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The job {Job} of provider link {Id} failed; it comes again.")]
    private partial void LogJobFailed(Exception exception, string job, Guid id);
}
