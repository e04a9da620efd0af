using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks a provider link to look at a computer now; the answer is the run.</summary>
[GenerateSerializer, Immutable]
internal sealed record IdentifyComputer([property: Id(0)] Guid Computer, [property: Id(1)] string CausedBy) : LinkRequest<Guid>
{
    public override Task<Guid> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        link.Require<ISupportsInventoryIdentification>();
        return services.GetRequiredService<Identification>().RunAsync(link, Computer, CausedBy, cancellationToken);
    }
}
