using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>How well an integration is, and why.</summary>
[MadeBy("New-HealthyResult")]
public sealed record HealthCheckResult : ILenientResult<HealthCheckResult>
{
    /// <summary>How well the integration is.</summary>
    public required HealthState State { get; init; }

    /// <summary>What needs attention, for the administrator.</summary>
    public string? Message { get; init; }

    /// <summary>All works.</summary>
    public static HealthCheckResult Healthy() => new() { State = HealthState.Healthy };

    /// <summary>It works, but something needs attention.</summary>
    /// <param name="message">What needs attention.</param>
    public static HealthCheckResult Degraded(string message) => new() { State = HealthState.Degraded, Message = message };

    /// <summary>It does not work.</summary>
    /// <param name="message">What needs mending.</param>
    public static HealthCheckResult Unhealthy(string message) => new() { State = HealthState.Unhealthy, Message = message };

    /// <summary>It was switched off.</summary>
    /// <param name="message">By whom or why.</param>
    public static HealthCheckResult Disabled(string message) => new() { State = HealthState.Disabled, Message = message };

    static HealthCheckResult? ILenientResult<HealthCheckResult>.FromNothing() => Healthy();

    static HealthCheckResult? ILenientResult<HealthCheckResult>.FromOther(object value) => value switch
    {
        true => Healthy(),
        false => Unhealthy("The script wrote $false."),
        _ => null,
    };
}
