using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Asks a provider link to run one of its blocks that lists, and to give each record as a line of JSON as it comes.</summary>
/// <param name="Call">The call.</param>
[GenerateSerializer, Immutable]
internal sealed record StreamBlock([property: Id(0)] CallBlock Call) : LinkStreamRequest<string>
{
    public override IAsyncEnumerable<string> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<BlockCalls>().StreamAsync(link, Call, cancellationToken);
}
