using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Clients;

/// <summary>The services and routes of clients and their groups.</summary>
internal static class ClientFeature
{
    public static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.AddSingleton<ClientSync>();
        services.AddSingleton<ClientGroupTakeover>();
        services.AddSingleton<ClientGroupSync>();
        services.AddSingleton<ILinkLoaded>(static provider => provider.GetRequiredService<ClientGroupSync>());
        return services;
    }

    public static void Map(RouteGroupBuilder api)
    {
        ClientEndpoints.Map(api);
        ClientGroupEndpoints.Map(api);
    }
}
