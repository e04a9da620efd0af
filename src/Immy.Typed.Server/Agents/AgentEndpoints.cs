using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary><c>/api/v1/agents</c>, and the sync of a provider link's.</summary>
internal static class AgentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/provider-links/{link:guid}/agents/sync", SyncAsync).WithTags("Agents").RequireAuthorization(nameof(Role.Operator));
        api.MapPost("/provider-links/{link:guid}/agents/versions", VersionsAsync).WithTags("Agents").RequireAuthorization(nameof(Role.Operator));
        api.MapGet("/provider-links/{link:guid}/agents", ListOfLinkAsync).WithTags("Agents").RequireAuthorization(nameof(Role.Reader));
        var group = api.MapGroup("/agents").WithTags("Agents");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}/url", UrlAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPut("/{id:guid}/computer", LinkAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> SyncAsync(Guid link, bool? confirmRemovals, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
        => RunResults.Accepted(await calls.AskAsync(link, new StartAgentSync(confirmRemovals ?? false, context.User.Identity!.Name!), cancellationToken));

    private static async Task<IResult> VersionsAsync(Guid link, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
        => RunResults.Accepted(await calls.AskAsync(link, new StartAgentVersions(context.User.Identity!.Name!), cancellationToken));

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, [AsParameters] AgentFilter filter, ImmyDbContext database, CancellationToken cancellationToken)
        => database.Agents.AsNoTracking().Where(filter, database).PageAsync(page, AgentQueries.Order, AgentQueries.View(database), cancellationToken);

    private static async Task<IResult> ListOfLinkAsync(Guid link, [AsParameters] PageRequest page, [AsParameters] AgentFilter filter, ImmyDbContext database, CancellationToken cancellationToken)
        => await database.ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken)
            ? await ListAsync(page, filter with { ProviderLinkId = link }, database, cancellationToken)
            : ApiProblems.NotFound("provider link", link.ToString());

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, CancellationToken cancellationToken)
        => await database.Agents.AsNoTracking().Where(agent => agent.Id == id).Select(AgentQueries.View(database)).SingleOrDefaultAsync(cancellationToken) is { } view
            ? TypedResults.Ok(view)
            : ApiProblems.NotFound("agent", id.ToString());

    private static async Task<IResult> UrlAsync(Guid id, ImmyDbContext database, LinkCalls calls, CancellationToken cancellationToken)
        => await database.Agents.AsNoTracking().SingleOrDefaultAsync(agent => agent.Id == id, cancellationToken) is { } agent
            ? TypedResults.Ok(new AgentUrl(await calls.AskAsync(agent.ProviderLinkId, new GetAgentUrl(id), cancellationToken)))
            : ApiProblems.NotFound("agent", id.ToString());

    private static async Task<IResult> LinkAsync(Guid id, LinkAgent link, ImmyDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await database.Agents.SingleOrDefaultAsync(agent => agent.Id == id, cancellationToken) is not { } agent)
        {
            return ApiProblems.NotFound("agent", id.ToString());
        }

        if ((link.ComputerId is null ? 0 : 1) + (link.New ? 1 : 0) + (link.Automatic ? 1 : 0) > 1)
        {
            return ApiProblems.Field("computerId", "Send one of them: computerId for a computer that is there, new for one that is not, or automatic to let the server find it.");
        }

        var computer = link.ComputerId;
        if (link.New)
        {
            var tenant = await database.Clients.Where(client => client.ProviderLinkId == agent.ProviderLinkId && client.ExternalClientId == agent.ExternalClientId).Select(static client => client.TenantId).FirstOrDefaultAsync(cancellationToken);
            var made = new Computer { Name = agent.Name.Length > 200 ? agent.Name[..200] : agent.Name, TenantId = tenant, SerialNumber = agent.SerialNumber, Manufacturer = agent.Manufacturer, OSName = agent.OSName, CreatedAt = time.GetUtcNow() };
            database.Add(made);
            computer = made.Id;
        }
        else if (computer is not null && !await database.Computers.AnyAsync(candidate => candidate.Id == computer, cancellationToken))
        {
            return ApiProblems.Field("computerId", $"There is no computer {computer}.");
        }

        (agent.ComputerId, agent.NeedsPerson) = (computer, computer is null && !link.Automatic ? "Its computer was taken away by hand. Say which one it is, or send automatic." : null);
        await database.SaveChangesAsync(cancellationToken);
        return await GetAsync(id, database, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(Guid id, ImmyDbContext database, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Agents.AsNoTracking().SingleOrDefaultAsync(agent => agent.Id == id, cancellationToken) is not { } agent)
        {
            return ApiProblems.NotFound("agent", id.ToString());
        }

        if (agent.IsOnline)
        {
            return ApiProblems.Conflict("The agent is online.", $"The agent '{agent.Name}' is online, and only one that is offline may be deleted. Sync the agents again if that is not so any more.");
        }

        await calls.AskAsync(agent.ProviderLinkId, new DeleteAgent(id, context.User.Identity!.Name!), cancellationToken);
        return TypedResults.NoContent();
    }
}
