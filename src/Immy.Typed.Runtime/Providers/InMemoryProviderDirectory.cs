using System.Collections.Concurrent;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Providers;

/// <summary>A directory for hosts without storage: the command line and tests.</summary>
public sealed class InMemoryProviderDirectory : IProviderDirectory
{
    private readonly ConcurrentDictionary<int, (ProviderInfo Info, IReadOnlyList<IProviderAgentDetails> Agents)> _instances = [];

    /// <summary>Adds an instance, or replaces the one with the same id.</summary>
    /// <param name="info">The instance.</param>
    /// <param name="agents">Its agents.</param>
    public void Set(ProviderInfo info, IReadOnlyList<IProviderAgentDetails>? agents = null) => _instances[info.ProviderLinkId] = (info, agents ?? []);

    /// <inheritdoc/>
    public Task<ProviderInfo?> FindAsync(string? name, int? providerLinkId, CancellationToken cancellationToken) => Task.FromResult(_instances.Values
        .Select(static instance => instance.Info)
        .FirstOrDefault(info => providerLinkId is { } id ? info.ProviderLinkId == id : info.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<IProviderAgentDetails>> GetAgentsAsync(int providerLinkId, CancellationToken cancellationToken)
        => Task.FromResult(_instances.TryGetValue(providerLinkId, out var instance) ? instance.Agents : []);
}
