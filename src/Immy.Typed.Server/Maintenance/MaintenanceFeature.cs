using Immy.Typed.Server.Software;
using Immy.Typed.Server.Tokens;

namespace Immy.Typed.Server.Maintenance;

/// <summary>The services of software, its deployments, and the maintenance sessions that do what they ask.</summary>
internal static class MaintenanceFeature
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services)
    {
        services.AddSingleton<SoftwareScripts>();
        services.AddSingleton<ActionContexts>();
        services.AddSingleton<ActionScripts>();
        services.AddSingleton<ActionRunner>();
        services.AddSingleton<MaintenanceStore>();
        services.AddSingleton<MaintenanceModes>();
        services.AddSingleton<MaintenanceRunner>();
        services.AddScoped<MaintenanceStart>();
        services.AddSingleton<MaintenanceKeeper>();
        services.AddHostedService(static provider => provider.GetRequiredService<MaintenanceKeeper>());
        return services;
    }
}
