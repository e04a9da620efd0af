using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Keeps the vendor's agent quiet while a computer is maintained, so that restarts and installations raise no alarms.
/// </summary>
[Capability]
public interface ISupportsMaintenanceMode
{
    /// <summary>Puts the agent into maintenance mode when a maintenance session of its computer starts.</summary>
    /// <param name="agent">The agent of the computer.</param>
    /// <param name="duration">How long the session may take; the vendor's system may end the mode by itself after that.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>Nothing. Throw where the vendor's system refuses.</returns>
    Task EnableMaintenanceMode(IProviderAgentDetails agent, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Ends maintenance mode when the session is over, also after it failed.</summary>
    /// <param name="agent">The agent of the computer.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>Nothing. Throw where the vendor's system refuses.</returns>
    Task DisableMaintenanceMode(IProviderAgentDetails agent, CancellationToken cancellationToken);
}
