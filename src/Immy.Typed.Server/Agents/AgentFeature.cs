using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Agents;

/// <summary>The services of agents.</summary>
internal static class AgentFeature
{
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.AddSingleton<AgentStore>();
        services.AddSingleton<AgentSync>();
        services.AddSingleton<AgentVersionStore>();
        services.AddSingleton<AgentVersionCheck>();
        services.AddSingleton<ILinkLoaded>(static provider => provider.GetRequiredService<AgentVersionCheck>());
        services.AddSingleton<InventoryThrottle>();
        services.AddSingleton<InventoryTaker>();
        services.AddSingleton<AgentMatcher>();
        services.AddSingleton<Identification>();
        services.AddSingleton<ILinkJob, AgentSyncJob>();
        services.AddSingleton<ILinkJob, AgentVersionJob>();
        services.AddSingleton<ILinkJob, IdentificationJob>();
        return services;
    }
}
