using Immy.Typed;

namespace Acme.Contracts;

/// <summary>Counts agents; hosts reach it by its descriptor only.</summary>
[Capability]
internal interface ISupportsCountingAgents
{
    /// <summary>How many agents there are.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The number.</returns>
    Task<int> CountAgents(CancellationToken cancellationToken);
}
