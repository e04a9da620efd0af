namespace Immy.Typed.Server.SupportTickets;

/// <summary>The services of support tickets.</summary>
internal static class SupportTicketFeature
{
    public static IServiceCollection AddSupportTickets(this IServiceCollection services)
    {
        services.AddSingleton<TicketCapability>();
        services.AddScoped<TicketRule>();
        return services;
    }
}
