using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Lets links take what was saved. Nobody waits for it: Init may take as long as a script may.</summary>
internal sealed partial class LinkReloads(ImmyDbContext database, IGrainFactory grains, ILogger<LinkReloads> logger)
{
    /// <summary>Reloads every link of an integration type.</summary>
    public Task OfTypeAsync(Guid integrationType) => ReloadAsync(database.ProviderLinks.Where(link => link.IntegrationTypeId == integrationType));

    /// <summary>Reloads every link.</summary>
    public Task AllAsync() => ReloadAsync(database.ProviderLinks);

    private async Task ReloadAsync(IQueryable<ProviderLink> links)
    {
        foreach (var id in await links.Where(static link => link.IsEnabled).Select(static link => link.Id).ToListAsync())
        {
            _ = ReloadAsync(grains.GetGrain<IProviderLinkGrain>(id), id);
        }
    }

    private async Task ReloadAsync(IProviderLinkGrain grain, Guid id)
    {
        try
        {
            await grain.ReloadAsync();
        }
        catch (Exception exception)
        {
            LogDoesNotReload(exception, id);
        }
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The provider link {Id} does not reload; it goes on as it is.")]
    private partial void LogDoesNotReload(Exception exception, Guid id);
}
