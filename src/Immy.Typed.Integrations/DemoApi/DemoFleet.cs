using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>Makes up the sites with their agents: the same ones in every start.</summary>
internal sealed class DemoFleet
{
    private const string LatestVersion = "24.2.3.471";
    private const string AccountId = "225494730938493001";

    private static readonly DateTime Beginning = new(2025, 3, 3, 8, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Versions = [LatestVersion, "24.1.5.277", LatestVersion, "23.4.4.223"];
    private static readonly string[] Systems = ["Windows 11 Pro", "Windows 10 Pro", "Windows 11 Enterprise"];
    private static readonly string[] Models =
    [
        "Dell Inc. - Latitude 5440", "HP - EliteBook 840 G10", "LENOVO - ThinkPad T14 Gen 4", "Microsoft Corporation - Surface Laptop 5",
    ];

    /// <summary>Makes the fleet: over half of the agents in the first site, a third in the second, the rest in the third.</summary>
    public DemoFleet(int agentCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agentCount);
        var first = (int)(agentCount * 560L / 1000);
        var second = (int)(agentCount * 332L / 1000);
        Sites =
        [
            MakeSite(1, "Contoso Dental Group", first),
            MakeSite(2, "Fabrikam Logistics", second),
            MakeSite(3, "Woodgrove Accounting", agentCount - first - second),
        ];
        Agents = [.. Enumerable.Range(0, agentCount).Select(index => MakeAgent(index, index < first ? Sites[0] : index < first + second ? Sites[1] : Sites[2]))];
    }

    /// <summary>What the console says about itself.</summary>
    public SentinelOneDemoSystem System { get; } = new("V-24.2.1", "V", "SP1", "17", LatestVersion);

    /// <summary>The sites, in the order of their names.</summary>
    public IReadOnlyList<SentinelOneDemoSite> Sites { get; }

    /// <summary>The agents, site by site.</summary>
    public IReadOnlyList<SentinelOneDemoAgent> Agents { get; }

    private static SentinelOneDemoSite MakeSite(int number, string name, int agents) => new(
        Text($"2254947309384940{number:00}"), name, AccountId, "Immy.Typed Demo", "active", "Paid", number == 1, agents, agents + 10,
        Beginning.AddDays(-100 * number), MakeRegistrationToken(name));

    private static string MakeRegistrationToken(string siteName) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"url": "https://demo.sentinelone.invalid", "site_key": "g_{{Digest(siteName)[..16]}}"}"""));

    private static SentinelOneDemoAgent MakeAgent(int index, SentinelOneDemoSite site)
    {
        var isServer = index % 23 == 7;
        var isActive = index % 9 != 4;
        var digest = Digest(Text($"agent {index}"));
        var version = Versions[index % Versions.Length];
        return new(
            Text($"22549473{index + 1:0000000000}"),
            digest[..32],
            Text($"{site.Name[..4].ToUpperInvariant()}-{(isServer ? "SRV" : "WS")}-{index + 1:000}"),
            digest[^10..].ToUpperInvariant(),
            isServer ? "Windows Server 2022 Standard" : Systems[index % Systems.Length],
            "windows",
            isServer ? "server" : "laptop",
            isServer ? "Dell Inc. - PowerEdge R650" : Models[index % Models.Length],
            site.Id,
            site.Name,
            isActive,
            isActive ? "connected" : "disconnected",
            version,
            version == LatestVersion,
            IsDecommissioned: false,
            Infected: false,
            Beginning.AddMinutes(isActive ? -(index % 5) : -1440 * (1 + (index % 30))));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
