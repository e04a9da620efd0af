namespace Immy.Typed.Server.Installers;

/// <summary>The services that download installers.</summary>
internal static class InstallerFeature
{
    public static IServiceCollection AddInstallers(this IServiceCollection services)
    {
        services.AddSingleton<InstallerDownloads>();
        services.AddSingleton<InstallerDelivery>();
        return services;
    }
}
