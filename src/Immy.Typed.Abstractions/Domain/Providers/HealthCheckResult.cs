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
    /// <param name="message">What was found, where it is worth a word.</param>
    public static HealthCheckResult Healthy(string? message = null) => new() { State = HealthState.Healthy, Message = message };

    /// <summary>It works, but something needs attention.</summary>
    /// <param name="message">What needs attention.</param>
    public static HealthCheckResult Degraded(string message) => new() { State = HealthState.Degraded, Message = message };

    /// <summary>It does not work.</summary>
    /// <param name="message">What needs mending.</param>
    public static HealthCheckResult Unhealthy(string message) => new() { State = HealthState.Unhealthy, Message = message };

    /// <summary>It was switched off.</summary>
    /// <param name="message">By whom or why.</param>
    public static HealthCheckResult Disabled(string message) => new() { State = HealthState.Disabled, Message = message };

    /// <summary>State and message as a line of text.</summary>
    public override string ToString() => Message is null ? $"{State}" : $"{State}: {Message.TrimEnd('.')}";

    static HealthCheckResult? ILenientResult<HealthCheckResult>.FromNothing() => Healthy();

    static HealthCheckResult? ILenientResult<HealthCheckResult>.FromOther(object value) => value switch
    {
        true => Healthy(),
        false => Unhealthy("The script wrote $false."),
        _ => null,
    };
}
