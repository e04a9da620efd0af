using System.Text.Json.Serialization;

namespace Immybot.Backend.Domain.Providers;

/// <summary>How well an integration is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthState>))]
public enum HealthState
{
    /// <summary>All works.</summary>
    Healthy,

    /// <summary>It works, but something needs attention.</summary>
    Degraded,

    /// <summary>It does not work.</summary>
    Unhealthy,

    /// <summary>It was switched off.</summary>
    Disabled,
}
