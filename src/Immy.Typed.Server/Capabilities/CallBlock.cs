using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Asks a provider link to run one of its blocks.</summary>
/// <param name="Capability">The interface.</param>
/// <param name="Block">The block.</param>
/// <param name="Arguments">A JSON object of its parameters, which has been checked.</param>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record CallBlock([property: Id(0)] string Capability, [property: Id(1)] string Block, [property: Id(2)] string Arguments, [property: Id(3)] string CausedBy) : LinkRequest<BlockAnswer>
{
    public override Task<BlockAnswer> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<BlockCalls>().CallAsync(link, this, cancellationToken);
}
