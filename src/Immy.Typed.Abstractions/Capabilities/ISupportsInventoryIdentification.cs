using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Finds the agent's id on a computer, which links the computer to the agent that GetAgents listed under the same id.
/// </summary>
[Capability]
public interface ISupportsInventoryIdentification
{
    /// <summary>
    /// Reads the agent's id on one computer. Runs for each computer when it is identified and with its inventory; what stands
    /// inside Invoke-ImmyCommand { } runs on the computer itself. A script block that this block writes is run in its place.
    /// </summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The id, equal to the -AgentId of New-IntegrationAgent. Nothing where the computer has no agent.</returns>
    [RunsScriptBlockResult]
    Task<string?> GetInventoryScript(CancellationToken cancellationToken);
}
