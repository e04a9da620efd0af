using Immy.Typed.Actions;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Tokens;

/// <summary>Finds the one client of a provider link that a tenant is mapped to.</summary>
internal static class TenantClients
{
    /// <summary>The client's id in the remote system, or why there is not one.</summary>
    /// <param name="database">The database.</param>
    /// <param name="link">The provider link.</param>
    /// <param name="linkName">Its name.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="tenantName">Its name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<(string? Client, ActionLack? Why)> FindAsync(ImmyDbContext database, Guid link, string linkName, Guid tenant, string tenantName, CancellationToken cancellationToken)
    {
        var clients = await database.Clients.AsNoTracking()
            .Where(client => client.ProviderLinkId == link && client.TenantId == tenant && client.GoneAt == null)
            .OrderBy(static client => client.Name).Select(static client => new { client.ExternalClientId, client.Name }).ToListAsync(cancellationToken);
        var path = $"/api/v1/provider-links/{link}/clients/{{client}}/tenant";
        return clients switch
        {
            [var only] => (only.ExternalClientId, null),
            [] => (null, new($"The tenant '{tenantName}' is not mapped to a client of the provider link '{linkName}'.", $"Map it: PUT {path}, or on the link's Clients tab.")),
            _ => (null, new(
                $"The tenant '{tenantName}' is mapped to {clients.Count} clients of the provider link '{linkName}': {string.Join(", ", clients.Select(static client => $"'{client.Name}'"))}.",
                $"Keep one of them: unmap the others with PUT {path} and tenantId null, or on the link's Clients tab.")),
        };
    }
}
