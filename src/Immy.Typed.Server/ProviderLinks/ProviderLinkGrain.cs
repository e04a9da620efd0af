using System.Security.Cryptography;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Clients;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Server.ProviderLinks;

/// <inheritdoc cref="IProviderLinkGrain"/>
internal sealed class ProviderLinkGrain(IIntegrationLoader loader, LinkStore store, LinkSecrets secrets, ClientSync clients, ModuleScripts modules, ServerOptions options, TimeProvider time)
    : Grain, IProviderLinkGrain
{
    private readonly LastRuns _runs = new();
    private DynamicIntegration? _integration;
    private bool _hasInit;
    private LinkStatus _status = new(LinkHealth.Unknown, null, []);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await WakeAsync();
        // A key that is refused is not tried each minute: some systems lock the account.
        Every(options.HealthCheckPeriod, static (grain, _) => grain._hasInit ? grain.CheckHealthAsync() : Task.CompletedTask);
        Every(options.InitPeriod, static (grain, _) => grain.WakeAsync());
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await CloseAsync();

    public Task<LinkStatus> EnsureAsync() => Task.FromResult(_status);

    public async Task<LinkStatus> CheckHealthAsync()
    {
        // While Init has not gone well, what HealthCheck says means nothing: it may not even look at the key.
        if (!_hasInit)
        {
            await WakeAsync();
            return _status;
        }

        try
        {
            var result = await _integration!.Provider.HealthCheck(CancellationToken.None);
            return await TellAsync(result.State switch
            {
                HealthState.Healthy => LinkHealth.Healthy,
                HealthState.Degraded => LinkHealth.Degraded,
                HealthState.Disabled => LinkHealth.Disabled,
                _ => LinkHealth.Unhealthy,
            }, result.Message);
        }
        catch (IntegrationException exception)
        {
            return await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
    }

    public async Task<ClientSyncResult> SyncClientsAsync(bool confirmsRemovals) => _integration is null || !_hasInit
        ? ClientSyncResult.Nothing(_status.Message ?? "The provider link is switched off.")
        : await clients.RunAsync(this.GetPrimaryKey(), _integration, _runs, confirmsRemovals, CancellationToken.None);

    public async Task<LinkStatus> ReloadAsync()
    {
        await CloseAsync();
        await WakeAsync();
        return _status;
    }

    // Does what has not gone well yet, so that a link mends itself once its script or the remote system is mended.
    private async Task WakeAsync()
    {
        if (_integration is null)
        {
            await LoadAsync();
        }

        await InitAsync();
    }

    private async Task LoadAsync()
    {
        if (await store.ReadAsync(this.GetPrimaryKey()) is not { } link)
        {
            _status = new(LinkHealth.Unknown, "The provider link is gone.", []);
            return;
        }

        if (!link.IsEnabled)
        {
            await TellAsync(LinkHealth.Disabled, null);
            return;
        }

        try
        {
            var script = link.IntegrationType!.Versions.Single(version => version.Number == link.IntegrationType.CurrentVersion).Script;
            _integration = await loader.LoadAsync(new IntegrationSource { Name = link.Name, FileName = link.IntegrationType.Name + ".ps1", Script = script, Modules = modules.Library }, _runs);
        }
        catch (IntegrationLoadException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
    }

    private async Task InitAsync()
    {
        if (_integration is null || await store.ReadAsync(this.GetPrimaryKey()) is not { } link)
        {
            return;
        }

        try
        {
            var result = await _integration.Provider.Init(secrets.ValuesOf(link), CancellationToken.None);
            _hasInit = result.IsSuccess;
            await (_hasInit ? CheckHealthAsync() : TellAsync(LinkHealth.Unhealthy, result.Message));
        }
        catch (IntegrationException exception)
        {
            _hasInit = false;
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
        }
        catch (CryptographicException)
        {
            _hasInit = false;
            await TellAsync(LinkHealth.Unhealthy, $"Its secrets cannot be decrypted: the keys in {options.KeyFolder} are not those that they were saved with. Bring those keys back, or save the link again.");
        }
    }

    private async Task<LinkStatus> TellAsync(LinkHealth health, string? message)
    {
        _status = new(health, message, [.. (_integration?.Capabilities ?? []).Select(static capability => capability.Name)]);
        await store.WriteHealthAsync(this.GetPrimaryKey(), _status, time.GetUtcNow());
        return _status;
    }

    private async Task CloseAsync()
    {
        if (_integration is not null)
        {
            await _integration.DisposeAsync();
            (_integration, _hasInit) = (null, false);
        }
    }

    private void Every(TimeSpan period, Func<ProviderLinkGrain, CancellationToken, Task> job)
        => this.RegisterGrainTimer(job, this, new() { DueTime = period, Period = period, KeepAlive = true });
}
