using System.Globalization;
using Immy.Typed.Pooling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Monitoring;

/// <summary>Degraded while abandoned scripts hang: each keeps a thread. The data tell of every instance that has one.</summary>
internal sealed class SessionHealthCheck(HostSessions sessions) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var statuses = sessions.Statuses();
        var hung = statuses.Where(static pair => pair.Status.Hung > 0).ToLookup(static pair => pair.Instance, static pair => pair.Status.Hung);
        var data = hung.ToDictionary(static instance => instance.Key, static instance => (object)instance.Sum());
        return Task.FromResult(data.Count == 0
            ? HealthCheckResult.Healthy(string.Create(
                CultureInfo.InvariantCulture, $"{statuses.Sum(static pair => pair.Status.Open)} sessions of {statuses.Count} integrations, {statuses.Sum(static pair => pair.Status.Waiting)} calls wait."))
            : HealthCheckResult.Degraded($"Scripts that did not stop still hang, each in a thread of its own: {string.Join(", ", data.Select(static pair => $"{pair.Value} of '{pair.Key}'"))}.", data: data));
    }
}
