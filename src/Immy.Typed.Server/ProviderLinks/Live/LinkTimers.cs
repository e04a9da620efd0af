using Immy.Typed.Integrations;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>The periodic work of one link's grain. None of it begins once the server is told to stop.</summary>
internal sealed partial class LinkTimers(IGrainBase grain, ServerStopping stopping, ILogger<LinkTimers> logger)
{
    // Jobs of many links that start together come spread over this time, or over their period where that is shorter.
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(5);

    private readonly List<LinkTimer> _timers = [];

    /// <summary>Does work again and again; false means that it failed.</summary>
    public void Every(TimeSpan period, TimeSpan first, Func<CancellationToken, Task<bool>> work)
        => _timers.Add(new LinkTimer(grain, period, first, async stopped => stopping.HasBegun || await work(stopped)));

    /// <summary>Does jobs again and again.</summary>
    public void Every(IEnumerable<ILinkJob> jobs, DynamicIntegration integration, Func<LiveLink> lease)
    {
        foreach (var job in jobs)
        {
            var period = job.PeriodFor(integration);
            Every(period, (period < Spread ? period : Spread) * Random.Shared.NextDouble(), stopped => RunAsync(job, lease, stopped));
        }
    }

    public void Stop()
    {
        _timers.ForEach(static timer => timer.Dispose());
        _timers.Clear();
    }

    private async Task<bool> RunAsync(ILinkJob job, Func<LiveLink> lease, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Cut);
        try
        {
            using var live = lease();
            await Task.Run(() => job.RunAsync(live, stop.Token), stop.Token);
            return true;
        }
        catch (LinkUnavailableException)
        {
            // Its health says so already.
            return false;
        }
        catch (Exception exception)
        {
            LogJobFailed(exception, job.Name, grain.GrainContext.GrainId.GetGuidKey());
            return false;
        }
    }

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The job {Job} of provider link {Id} failed; it comes again.")]
    private partial void LogJobFailed(Exception exception, string job, Guid id);
}
