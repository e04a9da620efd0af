namespace Immy.Typed.Integrations.DemoApi;

/// <summary>What the console says about itself.</summary>
/// <param name="Version">The console's version.</param>
/// <param name="Release">The release's name.</param>
/// <param name="Patch">The patch's name.</param>
/// <param name="Build">The build's number.</param>
/// <param name="LatestAgentVersion">The newest version of the agent.</param>
internal sealed record SentinelOneDemoSystem(string Version, string Release, string Patch, string Build, string LatestAgentVersion);
