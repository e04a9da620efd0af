using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary>Clients by their group.</summary>
internal static class ClientGroupQueries
{
    /// <summary>Those of a group; all when none is named.</summary>
    public static IQueryable<RemoteClient> InGroup(this IQueryable<RemoteClient> clients, Guid? group, ImmyDbContext database) => group is { } id
        ? clients.Where(client => database.ClientGroups.Any(candidate => candidate.Id == id && candidate.ProviderLinkId == client.ProviderLinkId && candidate.Members.Any(member => member.ExternalClientId == client.ExternalClientId)))
        : clients;

    /// <summary>Why a group cannot be asked for; null when it can, or none is named.</summary>
    public static async Task<IResult?> WhyNotGroupAsync(this ImmyDbContext database, Guid link, Guid? group, CancellationToken cancellationToken)
        => group is null || await database.ClientGroups.AnyAsync(candidate => candidate.Id == group && candidate.ProviderLinkId == link, cancellationToken)
            ? null
            : ApiProblems.Field("group", $"group is {group}, which is no group of clients of this provider link. GET /api/v1/provider-links/{link}/client-groups lists them.");
}
