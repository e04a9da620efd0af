namespace Immy.Typed.Server.Computers;

/// <summary>The services of computers.</summary>
internal static class ComputerFeature
{
    public static IServiceCollection AddComputers(this IServiceCollection services)
    {
        services.AddSingleton<PwshRunner>();
        services.AddSingleton<AgentRunner>();
        services.AddSingleton<IEndpointCommandRunner, ComputerWays>();
        return services;
    }
}
