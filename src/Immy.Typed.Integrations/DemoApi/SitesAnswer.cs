namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The data of the list of sites.</summary>
/// <param name="AllSites">Sums over every site that matches.</param>
/// <param name="Sites">The page.</param>
internal sealed record SitesAnswer(SiteLicenses AllSites, IReadOnlyList<SentinelOneDemoSite> Sites);
