using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>What HealthCheck says as a link's health.</summary>
internal static class LinkHealths
{
    public static LinkHealth Of(HealthState state) => state switch
    {
        HealthState.Healthy => LinkHealth.Healthy,
        HealthState.Degraded => LinkHealth.Degraded,
        HealthState.Disabled => LinkHealth.Disabled,
        _ => LinkHealth.Unhealthy,
    };
}
