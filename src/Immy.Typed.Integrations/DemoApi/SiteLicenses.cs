namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The licenses of several sites.</summary>
/// <param name="ActiveLicenses">How many are used.</param>
/// <param name="TotalLicenses">How many there are.</param>
internal sealed record SiteLicenses(int ActiveLicenses, int TotalLicenses);
