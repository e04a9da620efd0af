using System.Text.Json.Serialization;
using Immy.Typed;
using Immy.Typed.Json;

namespace Immybot.Backend.Domain.Providers;

/// <summary>Clients that belong together in the vendor's system, for example by agreement or product.</summary>
[MadeBy("[ProviderClientGroup]@{ ExternalGroupId = '...'; GroupName = '...'; ExternalClientIds = '...', '...' }")]
[JsonConverter(typeof(InterfaceJsonConverter<IProviderClientGroup, ProviderClientGroup>))]
public interface IProviderClientGroup
{
    /// <summary>The id that the vendor's system knows the group by.</summary>
    string ExternalGroupId { get; }

    /// <summary>The name that people know the group by.</summary>
    string GroupName { get; }

    /// <summary>The ids of the clients in the group.</summary>
    IReadOnlyList<string> ExternalClientIds { get; }
}
