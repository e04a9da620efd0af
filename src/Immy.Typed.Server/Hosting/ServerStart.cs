using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Hosting;

/// <summary>What must be done before the first request: the database in its newest form, and a first key for somebody to come in.</summary>
internal static class ServerStart
{
    public static async Task PrepareAsync(WebApplication server)
    {
        server.Services.GetRequiredService<DataFolder>().Take();
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await DataFolder.MigrateAsync(database);
        if (!await database.ApiKeys.AnyAsync())
        {
            var key = await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("first administrator", Role.Administrator, lifetime: null, CancellationToken.None);
            Console.WriteLine($"The first administrator's API key, shown this once: {key}");
        }
    }
}
