using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Server.Agents;

/// <summary>Agents as script blocks take them.</summary>
internal static class AgentRecords
{
    public static IProviderAgentDetails Of(RemoteAgent agent) => new ProviderAgentDetails
    {
        ExternalAgentId = agent.ExternalAgentId,
        ExternalClientId = agent.ExternalClientId,
        Name = agent.Name,
        SerialNumber = agent.SerialNumber,
        OSName = agent.OSName,
        Manufacturer = agent.Manufacturer,
        IsOnline = agent.IsOnline,
        AgentVersion = Version.TryParse(agent.AgentVersion, out var version) ? version : null,
        SupportsRunningScripts = agent.SupportsRunningScripts,
        SupportsOnlineStatus = agent.SupportsOnlineStatus,
    };
}
