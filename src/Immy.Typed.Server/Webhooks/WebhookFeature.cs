using Immy.Typed.Conversion;
using Immy.Typed.Server.Webhooks.Settings;

namespace Immy.Typed.Server.Webhooks;

/// <summary>The services and routes of webhooks.</summary>
internal static class WebhookFeature
{
    /// <summary>Where the vendor sends; for anybody, since each link has its own check.</summary>
    public const string Pattern = "/plugins/api/v1/{link}/{**route}";

    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookGates>();
        services.AddSingleton<WebhookExecutor>();
        services.AddSingleton<WebhookScript>();
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<WebhookReception>();

        // For the action results that scripts answer with; there are no controllers.
        services.AddMvcCore().AddJsonOptions(static json => json.JsonSerializerOptions.Converters.Add(new PSObjectConverter()));
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes, RouteGroupBuilder api)
    {
        WebhookSettingsEndpoints.Map(api);
        routes.Map(Pattern, routes.ServiceProvider.GetRequiredService<WebhookReception>().AnswerAsync).AllowAnonymous().ShortCircuit();
    }
}
