using System.Collections.Concurrent;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security;

/// <summary>Remembers when keys were used, and writes it each minute: a write for each request would make every read a write.</summary>
internal sealed partial class ApiKeyUse(IServiceScopeFactory scopes, TimeProvider time, ILogger<ApiKeyUse> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _uses = new();

    public void Note(Guid key) => _uses[key] = time.GetUtcNow();

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
        await TryWriteAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryWriteAsync(stoppingToken);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogCannotWrite(exception);
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "When API keys were used last cannot be written; it is tried again in a minute.")]
    private partial void LogCannotWrite(Exception exception);
}
