using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Health;

/// <summary><c>/health/live</c>: should the process be replaced? <c>/health/ready</c>: may it get requests?</summary>
internal static class HealthFeature
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddImmyTyped().AddCheck<DatabaseCheck>("database", tags: [Ready]).AddCheck<ClusterCheck>("cluster", tags: [Ready]).AddCheck<StoppingCheck>("server", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this WebApplication application)
    {
        // A database that is away is no reason to start the process again.
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static check => !check.Tags.Contains(Ready) }).AllowAnonymous();
        application.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions
            {
                Predicate = static check => check.Tags.Contains(Ready),
                ResponseWriter = static (context, report) => TypedResults.Json(HealthView.Of(report), statusCode: context.Response.StatusCode).ExecuteAsync(context),
            }).AllowAnonymous();
    }
}
