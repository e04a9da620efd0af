using Immy.Typed.Server.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Health;

/// <summary>Whether the server was told to stop.</summary>
internal sealed class StoppingCheck(ServerStopping stopping) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(stopping.HasBegun ? HealthCheckResult.Unhealthy("The server is stopping: send requests to another machine.") : HealthCheckResult.Healthy("The server takes requests."));
}
