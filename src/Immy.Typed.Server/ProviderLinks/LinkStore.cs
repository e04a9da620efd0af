using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Reads and writes a link on behalf of its grain, which lives outside of any request.</summary>
internal sealed class LinkStore(IServiceScopeFactory scopes)
{
    /// <summary>The link with its type's current version; null when it is gone.</summary>
    public async Task<ProviderLink?> ReadAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.AsNoTracking()
            .Include(static link => link.IntegrationType!.Versions)
            .SingleOrDefaultAsync(link => link.Id == id);
    }

    /// <summary>Writes how the link fares. People do not edit that, so its stamp stays.</summary>
    public async Task WriteHealthAsync(Guid id, LinkStatus status, DateTimeOffset at)
    {
        var message = status.Message is null ? null : RunText.Of(status.Message);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.Where(link => link.Id == id).ExecuteUpdateAsync(update => update
            .SetProperty(static link => link.Health, status.Health)
            .SetProperty(static link => link.HealthMessage, message)
            .SetProperty(static link => link.CheckedAt, at));
    }
}
