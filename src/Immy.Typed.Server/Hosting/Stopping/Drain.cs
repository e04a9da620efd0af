using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Hosting;

/// <summary>
/// Lets work that goes on end when the server is told to stop, and cuts what takes longer than it may. It stops after the
/// web server, which waits for its requests meanwhile, and before the cluster, which the work needs.
/// </summary>
internal sealed partial class Drain(ServerStopping stopping, RunLog runs, ServerOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Drain> logger) : IHostedLifecycleService
{
    /// <summary>How long what was cut may take to leave things in order.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly TaskCompletionSource _webServerEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _drained = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A host that is stopped by its owner, and not by a signal, would say so only later.
        lifetime.StopApplication();
        if (options.ShutdownDelay is { } delay)
        {
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _drained = DrainAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _webServerEnded.TrySetResult();
        await _drained;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrainAsync()
    {
        if (await HasEndedAsync(options.ShutdownTimeout))
        {
            return;
        }

        LogCut(Open().Count(), options.ShutdownTimeout);
        await stopping.CutAsync();
        await HasEndedAsync(Grace);
    }

    private async Task<bool> HasEndedAsync(TimeSpan limit)
    {
        var since = time.GetTimestamp();
        while (!_webServerEnded.Task.IsCompleted || Open().Any())
        {
            if (time.GetElapsedTime(since) >= limit)
            {
                return false;
            }

            await Task.Delay(Look, time);
        }

        return true;
    }

    private IEnumerable<LiveRun> Open() => runs.Live.Where(static live => live.Run.EndedAt is null);

    [LoggerMessage(EventId = 50, Level = LogLevel.Warning, Message = "{Count} runs did not end within {Limit} of the stop, and are cut.")]
    private partial void LogCut(int count, TimeSpan limit);
}
