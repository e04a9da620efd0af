using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Software;

/// <summary>The install script that a provider link offers for its agent.</summary>
internal static class OfferedScript
{
    /// <summary>Its text, or why there is none to run.</summary>
    public static async Task<(string? Script, string? Why)> GetAsync(ISupportsAgentPowerShellInstallScript source, string link, string client, CancellationToken cancellationToken)
    {
        var script = await source.GetAgentPowerShellInstallScript(client, cancellationToken);
        return string.IsNullOrWhiteSpace(script)
            ? (null, $"The provider link '{link}' offers an empty install script for the client '{client}'. Let GetAgentPowerShellInstallScript of its script write the text, or give the software an install script of its own.")
            : (script, null);
    }
}
