using Immy.Typed.Server.Agents;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Asks a provider link to put an agent into maintenance mode, or to end that. False when the link has no such mode.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Duration">How long it may take; null ends the mode.</param>
/// <param name="CausedBy">Who asks.</param>
/// <param name="ParentRun">The run that it is a part of.</param>
[GenerateSerializer, Immutable]
internal sealed record SwitchMaintenanceMode([property: Id(0)] Guid AgentId, [property: Id(1)] TimeSpan? Duration, [property: Id(2)] string CausedBy, [property: Id(3)] Guid? ParentRun) : LinkRequest<bool>
{
    public override bool IsTidying => Duration is null;

    public override async Task<bool> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (link.Integration is not ISupportsMaintenanceMode mode)
        {
            return false;
        }

        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        if (await database.Agents.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == AgentId, cancellationToken) is not { } agent)
        {
            return false;
        }

        var name = $"Maintenance mode of {agent.Name} {(Duration is null ? "ends" : "begins")}";
        return await services.GetRequiredService<RunLog>().DoAsync(RunKind.Maintenance, name, link.Id, CausedBy, _ => SwitchAsync(mode, agent, cancellationToken), isWhole: true, ParentRun);
    }

    private async Task<bool> SwitchAsync(ISupportsMaintenanceMode mode, RemoteAgent agent, CancellationToken cancellationToken)
    {
        await (Duration is { } duration ? mode.EnableMaintenanceMode(AgentRecords.Of(agent), duration, cancellationToken) : mode.DisableMaintenanceMode(AgentRecords.Of(agent), cancellationToken));
        return true;
    }
}
