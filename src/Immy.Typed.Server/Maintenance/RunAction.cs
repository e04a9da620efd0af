using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Asks a provider link to run an action, where its sessions are. An answer as a stream, since it may take an hour.</summary>
/// <param name="Order">The action.</param>
[GenerateSerializer, Immutable]
internal sealed record RunAction([property: Id(0)] ActionOrder Order) : LinkStreamRequest<ActionProgress>
{
    public override IAsyncEnumerable<ActionProgress> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<ActionRunner>().RunAsync(Order, link, whyNoLink: null, cancellationToken);
}
