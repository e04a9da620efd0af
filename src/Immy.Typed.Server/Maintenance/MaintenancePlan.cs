using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>What the deployments that apply to a computer ask for.</summary>
internal static class MaintenancePlan
{
    /// <summary>Its actions: what goes comes before what comes. A deployment of the computer itself stands above one of its tenant.</summary>
    public static async Task<IReadOnlyList<MaintenanceAction>> OfAsync(ImmyDbContext database, Computer computer, CancellationToken cancellationToken)
    {
        var deployments = await database.Deployments.AsNoTracking().Include(static deployment => deployment.Software)
            .Where(deployment => deployment.ComputerId == computer.Id || (deployment.TenantId != null && deployment.TenantId == computer.TenantId))
            .ToListAsync(cancellationToken);
        return
        [
            .. deployments.GroupBy(static deployment => deployment.SoftwareId)
                .Select(static same => same.OrderBy(static deployment => deployment.ComputerId is null).First())
                .OrderBy(static deployment => deployment.DesiredState == DesiredState.Installed)
                .ThenBy(static deployment => deployment.Software!.Name, StringComparer.OrdinalIgnoreCase)
                .Select(static (deployment, index) => new MaintenanceAction
                {
                    Number = index + 1,
                    DeploymentId = deployment.Id,
                    SoftwareId = deployment.SoftwareId,
                    SoftwareName = deployment.Software!.Name,
                    DesiredState = deployment.DesiredState,
                }),
        ];
    }
}
