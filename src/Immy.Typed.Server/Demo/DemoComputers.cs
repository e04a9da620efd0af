using Immy.Typed.Computers;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Server.Demo;

/// <summary>Computers on which agents of the demo API run, with the programs that its scripts call.</summary>
internal static class DemoComputers
{
    /// <summary>The path of the installer on each of them.</summary>
    public const string Installer = @"C:\Install\SentinelOneInstaller.exe";

    private const int OfEachSite = 2;

    /// <summary>The first agents of each site of the API.</summary>
    public static IReadOnlyList<SentinelOneDemoAgent> AgentsOf(SentinelOneDemoApi api) => [.. api.Agents.GroupBy(static agent => agent.SiteId).SelectMany(static site => site.Take(OfEachSite))];

    /// <summary>The computers by their names.</summary>
    public static IReadOnlyDictionary<string, InMemoryComputer> Of(SentinelOneDemoApi api) => AgentsOf(api).ToDictionary(static agent => agent.ComputerName, agent => new InMemoryComputer(agent.ComputerName)
    {
        Programs = new Dictionary<string, string>
        {
            [$@"C:\Program Files\SentinelOne\Sentinel Agent {agent.AgentVersion}\SentinelCtl.exe"] = $"if ($args[0] -eq 'agent_id') {{ '{agent.Uuid}' }}",
            [Installer] = InstallerOf(api),
        },
    });

    // As the real one it takes a site's token, and knows by it where the agent belongs.
    private static string InstallerOf(SentinelOneDemoApi api) => $$"""
        $sites = @{ {{string.Join("; ", api.Sites.Select(static site => $"'{site.RegistrationToken}' = '{site.Name}'"))}} }
        $site = $sites["$($args[1])"]
        if (-not $site) { throw 'The site token is not known.' }
        "Installed. The agent reports to the site $site."
        """;
}
