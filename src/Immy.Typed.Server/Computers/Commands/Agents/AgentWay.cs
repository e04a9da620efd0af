using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Computers;

/// <summary>An agent on a computer, as a way to run scripts there.</summary>
internal sealed record AgentWay(Guid Agent, string Name, bool RunsScripts, bool? IsOnline, string? OSName, Guid Link, string LinkName, bool IsLinkEnabled, IReadOnlyList<string> Excluded)
{
    /// <summary>Why it is no way, and what to do; null when it may be tried.</summary>
    public string? WhyNot() => !RunsScripts ? $"The agent '{Name}' of the provider link '{LinkName}' runs no scripts: GetAgents lists it without -SupportsRunningScripts $true."
        : !IsLinkEnabled ? $"The provider link '{LinkName}' is switched off. Switch it on: PUT /api/v1/provider-links/{Link} with isEnabled true."
        : Excluded.Contains(nameof(IRunScriptProvider)) ? $"{nameof(IRunScriptProvider)} is excluded for the provider link '{LinkName}'. Include it again: PUT /api/v1/provider-links/{Link} without it in excludedCapabilities."
        : IsOnline == false ? $"The agent '{Name}' of the provider link '{LinkName}' is offline. Switch its computer on; if it is on, sync the agents: POST /api/v1/provider-links/{Link}/agents/sync."
        : null;

    /// <summary>What is wrong where its link's script does not add the capability.</summary>
    public string Lacks() => $"The provider link '{LinkName}' cannot run scripts: its integration's script does not add {nameof(IRunScriptProvider)}. Add it, with RunScript and get_DefaultTimeout, or list agents without -SupportsRunningScripts $true.";

    /// <summary>Where an agent that runs files keeps the script.</summary>
    public string ScriptPath(string name) => OSName is null || OSName.Contains("Windows", StringComparison.OrdinalIgnoreCase) ? $@"C:\Windows\Temp\{name}.ps1" : $"/tmp/{name}.ps1";
}
