using System.Data;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Immy.Typed.Server.Hosting;

/// <summary>What must be done before the first request: the database in its newest form, and a first key for somebody to come in.</summary>
internal static class ServerStart
{
    private const int MostAttempts = 10;

    /// <summary>Does it.</summary>
    /// <returns>The first administrator's API key, which nobody can see again; null when there are keys already.</returns>
    public static async Task<string?> PrepareAsync(WebApplication server)
    {
        server.Services.GetRequiredService<DataFolder>().Take();
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await DataFolder.MigrateAsync(database);
        return await FirstKeyAsync(database, scope.ServiceProvider.GetRequiredService<ApiKeys>());
    }

    // Of machines that start together on an empty database one makes the key; the others find it when they look again.
    private static async Task<string?> FirstKeyAsync(ImmyDbContext database, ApiKeys keys)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable);
                var key = await database.ApiKeys.AnyAsync() ? null : await keys.CreateAsync("first administrator", Role.Administrator, lifetime: null, CancellationToken.None);
                await transaction.CommitAsync();
                return key;
            }
            catch (Exception exception) when (attempt < MostAttempts && exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure })
            {
                database.ChangeTracker.Clear();
            }
        }
    }
}
