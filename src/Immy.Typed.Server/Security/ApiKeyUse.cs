using System.Collections.Concurrent;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security;

/// <summary>Remembers when keys were used, and writes it each minute: a write for each request would make every read a write.</summary>
internal sealed class ApiKeyUse(IServiceScopeFactory scopes, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger<ApiKeyUse> logger)
    : PeriodicService("Writing when API keys were used last", TimeSpan.FromMinutes(1), running, stopping, time, logger)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _uses = new();

    public void Note(Guid key) => _uses[key] = Time.GetUtcNow();

    /// <summary>Writes what was noted since the last time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        foreach (var (id, at) in _uses)
        {
            await database.ApiKeys.Where(key => key.Id == id).ExecuteUpdateAsync(update => update.SetProperty(static key => key.LastUsedAt, at), cancellationToken);
            _uses.TryRemove(KeyValuePair.Create(id, at));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Even where the time to stop is over: it is a few rows.
        await TryAsync(CancellationToken.None);
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => WriteAsync(cancellationToken);
}
