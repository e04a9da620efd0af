using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Health;

/// <summary>Whether the database answers, in the form that this server needs.</summary>
internal sealed class DatabaseCheck(ImmyDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        var pending = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        return pending.Count == 0
            ? HealthCheckResult.Healthy("The database answers.")
            : HealthCheckResult.Unhealthy($"The database lacks {string.Join(", ", pending)}. Start the server again, which brings it into its newest form.");
    }
}
