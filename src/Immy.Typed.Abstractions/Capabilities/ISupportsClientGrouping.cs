using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Groups the clients by something that the vendor's system knows of them, such as an agreement or a product. The Clients tab
/// can then be filtered by group, and a whole group can be mapped at once.
/// </summary>
[Capability]
public interface ISupportsClientGrouping
{
    /// <summary>Lists the groups with the clients in each of them.</summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>
    /// One object for each group, made as
    /// [ProviderClientGroup]@{ ExternalGroupId = '7'; GroupName = 'Gold'; ExternalClientIds = '1', '2' }.
    /// </returns>
    IAsyncEnumerable<IProviderClientGroup> GetClientGroups(CancellationToken cancellationToken);
}
