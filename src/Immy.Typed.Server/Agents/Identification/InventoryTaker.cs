using Immy.Typed.Actions;
using Immy.Typed.Problems;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Runs the inventory script of a provider link for computers, a few at once, and keeps what it found.</summary>
internal sealed class InventoryTaker(IServiceScopeFactory scopes, IEndpointCommandRunner runner, InventoryThrottle throttle, TimeProvider time)
{
    /// <summary>Looks at computers; a failure is kept and tried again later.</summary>
    public async Task TakeAsync(LiveLink link, IReadOnlyList<Computer> computers, RunScope run, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsInventoryIdentification>();
        await Task.WhenAll(computers.Select(computer => throttle.RunAsync(() => TakeAsync(source, link, computer, run, cancellationToken), cancellationToken)));
    }

    private async Task<bool> TakeAsync(ISupportsInventoryIdentification source, LiveLink link, Computer computer, RunScope run, CancellationToken cancellationToken)
    {
        string? id = null;
        string? error = null;
        try
        {
            using (ActionScope.Begin(new ActionContext { Computer = new EndpointComputer(computer, runner), Integration = link.Integration }))
            {
                id = await source.GetInventoryScript(cancellationToken) is { } found ? found.Trim() : null;
            }
        }
        catch (IntegrationException exception)
        {
            error = exception.Message;
        }

        if (error is null && id is not null && (id.Length > 200 || PlaceholderIds.Has(id)))
        {
            error = id.Length == 0 ? null : $"The script returned '{(id.Length > 50 ? string.Concat(id.AsSpan(0, 50), "…") : id)}', which is no id.";
            id = null;
        }

        run.Note(error is null ? RunEventKind.Note : RunEventKind.Warning, error is null ? $"{computer.Name}: {(id is null ? "no agent" : $"agent {id}")}" : $"{computer.Name}: {error}");
        await KeepAsync(link.Id, computer.Id, id, error, cancellationToken);
        return error is null;
    }

    private async Task KeepAsync(Guid link, Guid computer, string? id, string? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var inventory = await database.Inventories.SingleOrDefaultAsync(candidate => candidate.ComputerId == computer && candidate.ProviderLinkId == link, cancellationToken);
        if (inventory is null)
        {
            database.Add(inventory = new ComputerInventory { ComputerId = computer, ProviderLinkId = link });
        }

        // What a failed look did not find is not gone.
        inventory.ExternalAgentId = error is null ? id : inventory.ExternalAgentId;
        inventory.Failures = error is null ? 0 : inventory.Failures + 1;
        (inventory.Error, inventory.CheckedAt) = (error, time.GetUtcNow());
        inventory.DueAt = time.GetUtcNow() + InventorySchedule.Next(inventory.Failures);
        await database.SaveChangesAsync(cancellationToken);
    }
}
