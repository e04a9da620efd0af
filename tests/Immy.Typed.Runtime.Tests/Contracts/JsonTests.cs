using System.Text.Json;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Runtime.Tests.Contracts;

/// <summary>A contract's interface travels as JSON by way of its record.</summary>
public sealed class JsonTests
{
    [Fact]
    public void A_client_is_read_as_its_record()
    {
        var clients = JsonSerializer.Deserialize<IReadOnlyList<IProviderClientDetails?>>("""[{"externalClientId":"1","clientName":"Contoso"},null]""", JsonSerializerOptions.Web);

        Assert.Equal([new ProviderClientDetails { ExternalClientId = "1", ClientName = "Contoso" }, null], clients);
    }

    [Fact]
    public void A_client_of_another_type_is_written_with_all_that_it_has()
    {
        IProviderClientDetails client = new NumberedClient { ExternalClientId = "1", ClientName = "Contoso", Number = 7 };

        Assert.Equal("""{"ExternalClientId":"1","ClientName":"Contoso","Number":7}""", JsonSerializer.Serialize(client));
    }

    private sealed class NumberedClient : IProviderClientDetails
    {
        public required string ExternalClientId { get; init; }

        public required string ClientName { get; init; }

        public required int Number { get; init; }
    }
}
