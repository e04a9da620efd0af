using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace ImmyCapability1;

/// <summary>Restarts computers by way of the vendor's agent.</summary>
[Capability]
public interface ISupportsRebootingAgents
{
    /// <summary>Restarts the computer of one agent.</summary>
    /// <param name="agent">The agent whose computer is meant.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    Task RebootAgent(IProviderAgentDetails agent, CancellationToken cancellationToken);
}
