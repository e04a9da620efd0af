using System.Runtime.CompilerServices;
using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Software;

/// <summary>Asks a provider link which versions of its agent one client may install.</summary>
/// <param name="ClientId">The client's id in the remote system.</param>
[GenerateSerializer, Immutable]
internal sealed record ListVersions([property: Id(0)] string ClientId) : LinkStreamRequest<SoftwareVersionView>
{
    public override async IAsyncEnumerable<SoftwareVersionView> AnswerAsync(LiveLink link, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var version in link.Require<ISupportsDynamicVersions>().GetDynamicVersions(ClientId, cancellationToken))
        {
            yield return SoftwareVersionView.Of(version);
        }
    }
}
