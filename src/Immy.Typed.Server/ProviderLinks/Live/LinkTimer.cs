namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Runs one job of a link's grain again and again; the next time is set when a run has ended, so none overlaps.</summary>
internal sealed class LinkTimer : IDisposable
{
    private readonly Func<CancellationToken, Task<bool>> _work;
    private readonly TimeSpan _period;
    private readonly IGrainTimer _timer;
    private int _failures;
    private bool _isDisposed;

    /// <summary>Starts it.</summary>
    /// <param name="grain">The grain.</param>
    /// <param name="period">The job's period.</param>
    /// <param name="first">The time until the first run.</param>
    /// <param name="work">The job; false when it failed.</param>
    public LinkTimer(IGrainBase grain, TimeSpan period, TimeSpan first, Func<CancellationToken, Task<bool>> work)
    {
        (_work, _period) = (work, period);
        _timer = grain.RegisterGrainTimer(RunAsync, new GrainTimerCreationOptions { DueTime = first, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _failures = await _work(cancellationToken) ? 0 : _failures + 1;

        // The work itself may have opened the link anew, with timers of its own.
        if (!_isDisposed)
        {
            _timer.Change(JobSchedule.Next(_period, _failures, Random.Shared.NextDouble()), Timeout.InfiniteTimeSpan);
        }
    }
}
