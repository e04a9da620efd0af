using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks GetLatestAgentVersion once for each mapped client, and marks agents that are behind. A client that fails keeps what was known of it.</summary>
internal sealed class AgentVersionCheck(AgentVersionStore store, RunLog runs, RunWriter writer, ServerOptions options, TimeProvider time) : ILinkLoaded
{
    public const string Name = "Latest agent versions";

    private const string Work = "agent versions";
    private const int MostNames = 20;

    /// <summary>How often clients are asked for.</summary>
    public TimeSpan PeriodFor(DynamicIntegration integration)
        => integration.PeriodOf(nameof(ISupportsGetLatestAgentVersion), nameof(ISupportsGetLatestAgentVersion.GetLatestAgentVersion)) ?? options.AgentVersionPeriod;

    /// <summary>Asks for the clients whose time has come, as after a sync that brought new ones. Writes no run when there are none.</summary>
    /// <returns>False when no client that was asked for answered.</returns>
    public async Task<bool> RunDueAsync(LiveLink link, string causedBy, CancellationToken cancellationToken)
    {
        if ((object)link.Integration is not ISupportsGetLatestAgentVersion)
        {
            return true;
        }

        // A job comes a little early at times, and must not find that nothing is due.
        var before = time.GetUtcNow() - (PeriodFor(link.Integration) / 2);
        using var alone = await link.AloneAsync(Work, cancellationToken);
        var clients = await store.ClientsAsync(link.Id, before, cancellationToken);
        return clients.Count == 0 || await runs.DoAsync(RunKind.AgentVersions, Name, link.Id, causedBy, run => AskAsync(link, clients, run, cancellationToken));
    }

    /// <summary>Asks for all mapped clients.</summary>
    public async Task RunAsync(LiveLink link, RunScope run, CancellationToken cancellationToken)
    {
        using var alone = await link.AloneAsync(Work, cancellationToken);
        var clients = await store.ClientsAsync(link.Id, before: null, cancellationToken);
        if (clients.Count == 0)
        {
            run.Partial("No client of the provider link is mapped to a tenant, so no version was asked for. Sync its clients and map them: PUT /api/v1/provider-links/{id}/clients/{client}/tenant.");
            return;
        }

        await AskAsync(link, clients, run, cancellationToken);
    }

    /// <summary>A link that lost the capability, or for which it was excluded, has no marks any more.</summary>
    public Task LoadedAsync(Guid link, DynamicIntegration integration, CancellationToken cancellationToken)
        => (object)integration is ISupportsGetLatestAgentVersion ? Task.CompletedTask : store.ForgetAsync(link, cancellationToken);

    private async Task<bool> AskAsync(LiveLink link, IReadOnlyList<ClientVersion> clients, RunScope run, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsGetLatestAgentVersion>();
        var known = new List<ClientVersion>();
        var failed = new List<ClientVersion>();
        foreach (var client in clients)
        {
            try
            {
                known.Add(client with { Latest = await source.GetLatestAgentVersion(client.ExternalClientId, cancellationToken) });
            }
            catch (IntegrationException exception)
            {
                failed.Add(client);
                run.Note(RunEventKind.Warning, $"{client}: {exception.Message}");
            }
        }

        // The run's own row must be there before events point to it.
        await writer.FlushAsync(cancellationToken);
        using var agents = await link.AloneAsync("agents", cancellationToken);
        var behind = await store.TakeAsync(link.Id, run.Id, known, cancellationToken);
        run.Count(known.Count);
        run.Note(RunEventKind.Note, $"{clients.Count} clients asked for, {known.Count} answered: {behind} of their agents are behind.");
        Tell(run, clients.Count, failed);
        return known.Count > 0;
    }

    private static void Tell(RunScope run, int asked, List<ClientVersion> failed)
    {
        if (failed.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", failed.Take(MostNames)) + (failed.Count > MostNames ? $" and {failed.Count - MostNames} more" : "");
        var message = $"{failed.Count} of {asked} clients did not tell their latest agent version: {names}. What was known of them stays; the run's warnings say why.";
        if (failed.Count == asked)
        {
            run.Fail(message);
        }
        else
        {
            run.Partial(message);
        }
    }
}
