using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tenants;

namespace Immy.Typed.Server.Demo;

/// <summary>What the demo begins with: an integration type and its software, tenants and computers.</summary>
/// <param name="IntegrationType">The integration type SentinelOne.</param>
/// <param name="Software">Its agent.</param>
/// <param name="Computer">A computer on which the agent runs.</param>
internal sealed record DemoData(Guid IntegrationType, Guid Software, Guid Computer)
{
    private const string InstallScript = $$"""
        $token = Get-IntegrationAgentInstallToken
        Invoke-ImmyCommand { & '{{DemoComputers.Installer}}' --site-token $using:token }
        """;

    /// <summary>Puts it into the database.</summary>
    public static async Task<DemoData> AddAsync(IServiceProvider services, SentinelOneDemoApi api)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var bundled = new BundledIntegrations().Find("SentinelOne")!;
        var type = new IntegrationType { Name = bundled.Name, CurrentVersion = 1 };
        type.Versions.Add(new IntegrationTypeVersion { Number = 1, Script = bundled.Script, Note = "As it comes along.", Author = "demo", CreatedAt = now });
        var software = new SoftwareItem { Name = "SentinelOne agent", IntegrationTypeId = type.Id, InstallScript = InstallScript };
        var tenants = api.Sites.ToDictionary(static site => site.Id, static site => new Tenant { Name = site.Name });
        var computers = DemoComputers.AgentsOf(api).Select(agent => new Computer { Name = agent.ComputerName, TenantId = tenants[agent.SiteId].Id, OSName = agent.OsName, CreatedAt = now }).ToList();
        database.AddRange([type, software, .. tenants.Values, .. computers]);
        await database.SaveChangesAsync();
        return new DemoData(type.Id, software.Id, computers[0].Id);
    }
}
