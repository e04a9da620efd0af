using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Health;

/// <summary>How the server fares.</summary>
internal sealed record HealthView(HealthStatus Status, IReadOnlyList<HealthView.Check> Checks)
{
    public static HealthView Of(HealthReport report)
        => new(report.Status, [.. report.Entries.Select(static entry => new Check(entry.Key, entry.Value.Status, entry.Value.Description ?? entry.Value.Exception?.GetType().Name))]);

    /// <summary>One check. Of an exception only the kind is told: anybody may ask.</summary>
    internal sealed record Check(string Name, HealthStatus Status, string? Description);
}
