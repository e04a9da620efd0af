using System.Text.Json.Serialization;
using Immy.Typed;
using Immy.Typed.Json;

namespace Immybot.Backend.Domain.Providers;

/// <summary>A client, that is a customer, site or organization, in the vendor's system.</summary>
[MadeBy("New-IntegrationClient")]
[JsonConverter(typeof(InterfaceJsonConverter<IProviderClientDetails, ProviderClientDetails>))]
public interface IProviderClientDetails
{
    /// <summary>The id that the vendor's system knows the client by.</summary>
    string ExternalClientId { get; }

    /// <summary>The name that people know the client by.</summary>
    string ClientName { get; }
}
