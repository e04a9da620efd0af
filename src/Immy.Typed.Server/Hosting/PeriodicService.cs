using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Hosting;

/// <summary>
/// Work that the server does by itself again and again, from when all has started until it is told to stop. After a
/// failure a long period is not waited for. The first failure is logged, and then only that it works again.
/// </summary>
/// <param name="work">What it does, for the log, such as <c>Waking provider links</c>.</param>
/// <param name="period">How often.</param>
/// <param name="running">Tells when all has started.</param>
/// <param name="stopping">Tells when the server is to stop.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told.</param>
internal abstract partial class PeriodicService(string work, TimeSpan period, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger logger) : BackgroundService
{
    private int _failures;

    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    /// <summary>Does it once.</summary>
    protected abstract Task DoAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, stopping.Begun);
        try
        {
            await running.WaitAsync(wait.Token);
            while (true)
            {
                await TryAsync(stoppingToken);
                await Task.Delay(JobSchedule.Next(period, _failures, Random.Shared.NextDouble()), time, wait.Token);
            }
        }
        catch (OperationCanceledException) when (wait.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Does it once; a failure is told and kept from whoever asks.</summary>
    protected async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(cancellationToken);
            if (_failures > 0)
            {
                LogWorks(work, _failures);
            }

            _failures = 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The database may be away for a while.
            if (_failures++ == 0)
            {
                LogFailed(exception, work);
            }
        }
    }

    [LoggerMessage(EventId = 51, Level = LogLevel.Error, Message = "{Work} failed. It is tried again, and told again when it works.")]
    private partial void LogFailed(Exception exception, string work);

    [LoggerMessage(EventId = 52, Level = LogLevel.Warning, Message = "{Work} works again, after {Failures} failures.")]
    private partial void LogWorks(string work, int failures);
}
