namespace Immy.Typed.Integrations.DemoApi;

/// <summary>A site, which is what SentinelOne calls a customer, as the API writes it.</summary>
/// <param name="Id">A number of 18 digits, as text.</param>
/// <param name="Name">The customer's name.</param>
/// <param name="AccountId">The account that owns the site.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="State">Such as <c>active</c>.</param>
/// <param name="SiteType">Such as <c>Paid</c>.</param>
/// <param name="IsDefault">Whether agents without a site come here.</param>
/// <param name="ActiveLicenses">How many agents the site has.</param>
/// <param name="TotalLicenses">How many it may have.</param>
/// <param name="CreatedAt">When the site was made.</param>
/// <param name="RegistrationToken">What an agent's installer joins the site with.</param>
public sealed record SentinelOneDemoSite(
    string Id,
    string Name,
    string AccountId,
    string AccountName,
    string State,
    string SiteType,
    bool IsDefault,
    int ActiveLicenses,
    int TotalLicenses,
    DateTime CreatedAt,
    string RegistrationToken);
