using System.Security.Cryptography;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link where it lives: its loaded integration, whether Init has gone well, and how it fares. Its grain sees to it that one thing happens at a time.</summary>
internal sealed class ServedLink(Guid id, LinkOpener opener, LinkStore store, LinksHere here, LinkSecrets secrets, SecretUse use, IEnumerable<ILinkLoaded> features, ServerOptions options, ServerStopping stopping, TimeProvider time)
{
    private readonly LinkLocks _locks = new();
    private OpenIntegration? _open;

    /// <summary>Its integration; null while it is switched off, gone, or does not load.</summary>
    public DynamicIntegration? Integration => _open?.Integration;

    /// <summary>Whether Init has gone well.</summary>
    public bool HasInit { get; private set; }

    /// <summary>How it fares.</summary>
    public LinkStatus Status { get; private set; } = new(LinkHealth.Unknown, null, []);

    /// <summary>Why it does not serve, where it does not.</summary>
    public LinkUnavailability Why { get; private set; } = LinkUnavailability.NotLoaded;

    /// <summary>The link for one call.</summary>
    /// <exception cref="LinkUnavailableException">It does not serve.</exception>
    public LiveLink Lease() => _open is not null && HasInit && LiveLink.TryLease(id, _open, _locks) is { } live
        ? live
        : throw new LinkUnavailableException(Why, Why switch
        {
            LinkUnavailability.Gone => $"There is no provider link {id}.",
            LinkUnavailability.Disabled => "The provider link is switched off. Switch it on to use it.",
            LinkUnavailability.NotLoaded => $"The provider link's script does not load: {Status.Message} Save a version of its integration type that does.",
            _ => $"The provider link is not initialized: {Status.Message} Mend that, and save the link or run its health check.",
        });

    /// <summary>Loads it as it is saved, and runs Init.</summary>
    public async Task OpenAsync()
    {
        if (await store.ReadAsync(id) is not { } link)
        {
            (Status, Why) = (new(LinkHealth.Unknown, "The provider link is gone.", []), LinkUnavailability.Gone);
            return;
        }

        if (!link.IsEnabled)
        {
            Why = LinkUnavailability.Disabled;
            await TellAsync(LinkHealth.Disabled, null);
            return;
        }

        Why = LinkUnavailability.NotLoaded;
        try
        {
            _open = await opener.OpenAsync(link);
        }
        catch (IntegrationLoadException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
            return;
        }

        foreach (var feature in features)
        {
            await feature.LoadedAsync(id, _open.Integration, CancellationToken.None);
        }

        await InitAsync(link, _open.Integration);
    }

    /// <summary>Runs Init again, or HealthCheck only where Init has gone well.</summary>
    public async Task AttendAsync(bool checksOnly)
    {
        if (checksOnly && HasInit)
        {
            await CheckAsync(_open!.Integration);
        }
        else if (await store.ReadAsync(id) is { } link)
        {
            await InitAsync(link, _open!.Integration);
        }
    }

    /// <summary>Takes no more calls; those that run go on.</summary>
    public void Close()
    {
        TellInit(false);
        _open?.Retire();
        _open = null;
    }

    private async Task InitAsync(ProviderLink link, DynamicIntegration integration)
    {
        // While Init runs again, calls go on with what the last one left.
        Why = LinkUnavailability.NotInitialized;
        try
        {
            await use.NoteAsync(link);
            var result = await integration.Provider.Init(secrets.ValuesOf(link), stopping.Cut);
            TellInit(result.IsSuccess);
            await (HasInit ? CheckAsync(integration) : TellAsync(LinkHealth.Unhealthy, result.Message));
        }
        catch (Exception exception) when (WasCut(exception))
        {
            // That the server stops says nothing of how the link fares.
            TellInit(false);
        }
        catch (IntegrationException exception)
        {
            TellInit(false);
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
        catch (CryptographicException)
        {
            TellInit(false);
            await TellAsync(LinkHealth.Unhealthy, $"Its secrets cannot be decrypted: the keys in {options.Keys} are not those that they were saved with. Bring those keys back, or save the link again.");
        }
    }

    private void TellInit(bool hasInit)
    {
        HasInit = hasInit;
        if (hasInit)
        {
            here.Serve(id, _open!, _locks);
        }
        else
        {
            here.Withdraw(id);
        }
    }

    private async Task CheckAsync(DynamicIntegration integration)
    {
        try
        {
            var result = await integration.Provider.HealthCheck(stopping.Cut);
            await TellAsync(LinkHealths.Of(result.State), result.Message);
        }
        catch (Exception exception) when (WasCut(exception))
        {
            // As in InitAsync.
        }
        catch (IntegrationException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
    }

    private bool WasCut(Exception exception) => stopping.IsCut && exception is IntegrationException or OperationCanceledException;

    private async Task TellAsync(LinkHealth health, string? message)
    {
        Status = new(health, message, [.. (Integration?.Capabilities ?? []).Select(static capability => capability.Name)]);
        await store.WriteHealthAsync(id, Status, time.GetUtcNow());
    }
}
