using Immy.Typed.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Storage;

/// <summary>The database: a SQLite file, or PostgreSQL where a connection string says so.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<DataFolder>();
        return options.Database is { Length: > 0 } postgres
            ? services.AddDbContext<ImmyDbContext, PostgresImmyDbContext>(database => database.UseNpgsql(postgres).AddInterceptors(new StampInterceptor(), new TextInterceptor()), optionsLifetime: ServiceLifetime.Singleton)
            : services.AddDbContext<ImmyDbContext>(database => database.UseSqlite($"Data Source={options.DatabaseFile};Default Timeout={Math.Max(1, (int)options.DatabaseWait.TotalSeconds)}").AddInterceptors(new StampInterceptor(), new TextInterceptor()), optionsLifetime: ServiceLifetime.Singleton);
    }
}
