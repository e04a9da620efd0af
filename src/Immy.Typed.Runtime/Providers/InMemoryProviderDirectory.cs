using System.Collections.Concurrent;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Providers;

/// <summary>A directory for hosts without storage: the command line and tests.</summary>
public sealed class InMemoryProviderDirectory : IProviderDirectory
{
    private readonly ConcurrentDictionary<string, (ProviderInfo Info, IReadOnlyList<IProviderAgentDetails> Agents)> _instances = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an instance, or replaces the one with the same id.</summary>
    /// <param name="info">The instance.</param>
    /// <param name="agents">Its agents.</param>
    public void Set(ProviderInfo info, IReadOnlyList<IProviderAgentDetails>? agents = null) => _instances[info.ProviderLinkId] = (info, agents ?? []);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProviderInfo>> FindAsync(string? name, string? providerLinkId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderInfo>>(
        [.. _instances.Values.Select(static instance => instance.Info).Where(info => (providerLinkId is null ? info.Name : info.ProviderLinkId).Equals(providerLinkId ?? name, StringComparison.OrdinalIgnoreCase))]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([.. _instances.Values.Select(static instance => instance.Info.Name).Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public IAsyncEnumerable<IProviderAgentDetails> GetAgentsAsync(string providerLinkId, string? agentId, string? clientId, CancellationToken cancellationToken)
        => (_instances.TryGetValue(providerLinkId, out var instance) ? instance.Agents : []).Where(agent => Matches(agentId, agent.ExternalAgentId) && Matches(clientId, agent.ExternalClientId)).ToAsyncEnumerable();

    private static bool Matches(string? asked, string? actual) => asked is null || asked.Equals(actual, StringComparison.OrdinalIgnoreCase);
}
