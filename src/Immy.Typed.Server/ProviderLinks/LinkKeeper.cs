using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Wakes every link that is switched on: after a start, and when another machine of the cluster went away with some.</summary>
internal sealed partial class LinkKeeper(IServiceScopeFactory scopes, IGrainFactory grains, ServerRunning running, TimeProvider time, ILogger<LinkKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await running.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                // One link's Init may take long, and nobody waits for it.
                await Parallel.ForEachAsync(await IdsAsync(stoppingToken), stoppingToken, WakeAsync);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be away for a while; the links that run go on meanwhile.
                LogCannotRead(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.Where(static link => link.IsEnabled).Select(static link => link.Id).ToListAsync(cancellationToken);
    }

    private async ValueTask WakeAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IProviderLinkGrain>(id).WakeAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogDoesNotWake(exception, id);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The provider links cannot be read; they are read again in a minute.")]
    private partial void LogCannotRead(Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The provider link {Id} does not wake; it is tried again in a minute.")]
    private partial void LogDoesNotWake(Exception exception, Guid id);
}
