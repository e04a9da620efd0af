using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Clients;

/// <summary>Asks a provider link to take over the clients of its remote system.</summary>
/// <param name="ConfirmsRemovals">True when a person agreed to many removals.</param>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record SyncClients([property: Id(0)] bool ConfirmsRemovals, [property: Id(1)] string CausedBy) : LinkRequest<ClientSyncResult>
{
    public override async Task<ClientSyncResult> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var alone = await link.AloneAsync("clients", cancellationToken);
        return await services.GetRequiredService<RunLog>().DoAsync(RunKind.ClientSync, "Sync of clients", link.Id, CausedBy, run =>
            services.GetRequiredService<ClientSync>().RunAsync(link, run, ConfirmsRemovals, cancellationToken));
    }
}
