using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Wakes every link that is switched on: after a start, and when another machine of the cluster went away with some.</summary>
internal sealed partial class LinkKeeper(IServiceScopeFactory scopes, IGrainFactory grains, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger<LinkKeeper> logger)
    : PeriodicService("Waking provider links", TimeSpan.FromMinutes(1), running, stopping, time, logger)
{
    // One link's Init may take long, and nobody waits for it.
    protected override async Task DoAsync(CancellationToken cancellationToken) => await Parallel.ForEachAsync(await IdsAsync(cancellationToken), cancellationToken, WakeAsync);

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
            LogDoesNotWake(Logger, exception, id);
        }
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The provider link {Id} does not wake; it is tried again in a minute.")]
    private static partial void LogDoesNotWake(ILogger logger, Exception exception, Guid id);
}
