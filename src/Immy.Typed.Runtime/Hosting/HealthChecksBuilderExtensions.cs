using Immy.Typed.Monitoring;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shows the sessions among a host's health checks.</summary>
public static class ImmyTypedHealthChecksBuilderExtensions
{
    /// <summary>Adds the check <c>immy-sessions</c>: degraded while abandoned scripts hang.</summary>
    /// <param name="builder">The host's health checks.</param>
    public static IHealthChecksBuilder AddImmyTyped(this IHealthChecksBuilder builder) => builder.AddCheck<SessionHealthCheck>("immy-sessions");
}
