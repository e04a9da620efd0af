using System.Text.Json;
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
    private LinkStatus _status = new(LinkHealth.Unknown, null, []);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        var jobs = new GrainTimerCreationOptions { DueTime = options.HealthCheckPeriod, Period = options.HealthCheckPeriod, KeepAlive = true };
        this.RegisterGrainTimer(static (grain, _) => grain.CheckHealthAsync(), this, jobs);
        this.RegisterGrainTimer(static (grain, _) => grain.InitAsync(), this, new() { DueTime = options.InitPeriod, Period = options.InitPeriod, KeepAlive = true });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await CloseAsync();

    public Task<LinkStatus> EnsureAsync() => Task.FromResult(_status);

    public async Task<LinkStatus> CheckHealthAsync()
    {
        if (_integration is null)
        {
            return _status;
        }

        try
        {
            var result = await _integration.Provider.HealthCheck(CancellationToken.None);
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

    public async Task<ClientSyncResult> SyncClientsAsync(bool confirmsRemovals) => _integration is null
        ? ClientSyncResult.Nothing(_status.Message ?? "The provider link is switched off.")
        : await clients.RunAsync(this.GetPrimaryKey(), _integration, _runs, confirmsRemovals, CancellationToken.None);

    public async Task<LinkStatus> ReloadAsync()
    {
        await CloseAsync();
        await LoadAsync();
        return _status;
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
            return;
        }

        await InitAsync();
    }

    private async Task InitAsync()
    {
        if (_integration is null || await store.ReadAsync(this.GetPrimaryKey()) is not { } link)
        {
            return;
        }

        var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(link.Values)!.Concat(secrets.Unprotect(link.ProtectedSecrets))
            .ToDictionary(static pair => pair.Key, static pair => LinkValues.ToScript(pair.Value));
        try
        {
            var result = await _integration.Provider.Init(values, CancellationToken.None);
            await (result.IsSuccess ? CheckHealthAsync() : TellAsync(LinkHealth.Unhealthy, result.Message));
        }
        catch (IntegrationException exception)
        {
            await TellAsync(LinkHealth.Unhealthy, exception.Message);
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
            _integration = null;
        }
    }
}
