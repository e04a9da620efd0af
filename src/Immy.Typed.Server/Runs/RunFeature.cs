namespace Immy.Typed.Server.Runs;

/// <summary>The services of runs.</summary>
internal static class RunFeature
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<RunLog>();
        services.AddSingleton<RunEvents>();
        services.AddSingleton<RunWriter>();
        services.AddHostedService(static provider => provider.GetRequiredService<RunWriter>());
        services.AddHostedService<InterruptedRuns>();
        return services;
    }
}
