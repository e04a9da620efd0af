using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Health;

/// <summary>Whether this machine is a part of the cluster in which provider links work.</summary>
internal sealed class ClusterCheck(ISiloStatusOracle cluster) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(cluster.CurrentStatus == SiloStatus.Active
        ? HealthCheckResult.Healthy($"Active; machines in the cluster: {cluster.GetApproximateSiloStatuses(onlyActive: true).Count}.")
        : HealthCheckResult.Unhealthy($"This machine is not active in the cluster: {cluster.CurrentStatus}."));
}
