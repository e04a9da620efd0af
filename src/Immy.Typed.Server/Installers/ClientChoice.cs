using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Installers;

/// <summary>The client of a provider link that a request is about: named itself, or by the tenant that is mapped to it.</summary>
/// <param name="ClientId">The client's id in the remote system; null when the request is refused.</param>
/// <param name="Refusal">Why it is refused.</param>
internal sealed record ClientChoice(string? ClientId, IResult? Refusal)
{
    /// <summary>Reads it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="link">The provider link.</param>
    /// <param name="linkName">Its name.</param>
    /// <param name="clientId">The client's id in the remote system, or null.</param>
    /// <param name="tenantId">The tenant, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ClientChoice> ReadAsync(ImmyDbContext database, Guid link, string linkName, string? clientId, Guid? tenantId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(clientId) == tenantId is null)
        {
            return Refused(ApiProblems.Field(
                "clientId", $"Say for which client: send either clientId, the externalClientId of GET /api/v1/provider-links/{link}/clients, or tenantId, a tenant that is mapped to one."));
        }

        return tenantId is { } tenant ? await OfTenantAsync(database, link, linkName, tenant, cancellationToken) : await OfClientAsync(database, link, linkName, clientId!, cancellationToken);
    }

    private static async Task<ClientChoice> OfTenantAsync(ImmyDbContext database, Guid link, string linkName, Guid tenant, CancellationToken cancellationToken)
    {
        if (await database.Tenants.Where(candidate => candidate.Id == tenant).Select(static candidate => candidate.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return Refused(ApiProblems.Field("tenantId", $"There is no tenant {tenant}."));
        }

        var (client, why) = await TenantClients.FindAsync(database, link, linkName, tenant, name, cancellationToken);
        return client is null ? Refused(ApiProblems.Conflict("The tenant has no client there.", $"{why!.Message} {why.Mend}")) : new(client, null);
    }

    // A link that lists no clients has ids that only its script knows.
    private static async Task<ClientChoice> OfClientAsync(ImmyDbContext database, Guid link, string linkName, string clientId, CancellationToken cancellationToken)
    {
        var listed = database.Clients.Where(client => client.ProviderLinkId == link && client.GoneAt == null);
        return await listed.AnyAsync(client => client.ExternalClientId == clientId, cancellationToken) || !await listed.AnyAsync(cancellationToken)
            ? new(clientId, null)
            : Refused(ApiProblems.NotFound(
                "client", $"'{clientId}' of the provider link '{linkName}'", $"GET /api/v1/provider-links/{link}/clients lists those that there are, and POST /api/v1/provider-links/{link}/clients/sync takes over new ones."));
    }

    private static ClientChoice Refused(IResult refusal) => new(null, refusal);
}
