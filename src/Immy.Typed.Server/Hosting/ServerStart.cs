using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Hosting;

/// <summary>What must be done before the first request: the database in its newest form, and a first key for somebody to come in.</summary>
internal static class ServerStart
{
    /// <summary>Does it.</summary>
    /// <returns>The first administrator's API key, which nobody can see again; null when there are keys already.</returns>
    public static async Task<string?> PrepareAsync(WebApplication server)
    {
        server.Services.GetRequiredService<DataFolder>().Take();
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await DataFolder.MigrateAsync(database);
        return await database.ApiKeys.AnyAsync()
            ? null
            : await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("first administrator", Role.Administrator, lifetime: null, CancellationToken.None);
    }
}
