using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Audit;

/// <summary>Who did what.</summary>
internal static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditInterceptor>();
        services.AddSingleton<SecretUse>();
        services.AddScoped<AuditLog>();
        services.ConfigureDbContext<ImmyDbContext>(static (provider, database) => database.AddInterceptors(provider.GetRequiredService<AuditInterceptor>()));
        services.ConfigureDbContext<PostgresImmyDbContext>(static (provider, database) => database.AddInterceptors(provider.GetRequiredService<AuditInterceptor>()));
        return services;
    }
}
