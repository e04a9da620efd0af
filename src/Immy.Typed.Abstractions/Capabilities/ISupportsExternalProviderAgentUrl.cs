using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Links a computer to its page in the vendor's console.
/// </summary>
[Capability]
public interface ISupportsExternalProviderAgentUrl
{
    /// <summary>Gets the address of one agent's page in the vendor's console.</summary>
    /// <param name="device">The agent of the computer.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The full address, or nothing where the agent has no page.</returns>
    Task<string?> GetExternalProviderAgentUrl(IProviderAgentDetails device, CancellationToken cancellationToken);
}
