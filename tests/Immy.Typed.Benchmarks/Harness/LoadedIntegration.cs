using Immy.Typed.Integrations;
using Immy.Typed.Sessions;
using Immy.Typed.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Benchmarks.Harness;

/// <summary>A real host with one integration, loaded through <c>AddImmyTyped</c>: time-outs, streams, an observer and a masked secret are on.</summary>
internal sealed class LoadedIntegration : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DynamicIntegration _integration;

    private LoadedIntegration(ServiceProvider services, DynamicIntegration integration)
    {
        _services = services;
        _integration = integration;
    }

    /// <summary>Makes session states as the integration's own sessions have them.</summary>
    public SessionStateFactory States => field ??= new(_services.GetRequiredService<Capabilities.CapabilityCatalog>());

    public static async Task<LoadedIntegration> LoadAsync(string capability, string block, string body)
    {
        var collection = new ServiceCollection();
        collection.AddImmyTyped().AddRunObserver<LastRun>();
        var services = collection.BuildServiceProvider();
        var script = $$"""
            $IntegrationContext.ApiToken = 'a-secret-that-is-masked'
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability -Interface {{capability}} -{{block}} {
            {{body}}
            }
            return $Integration
            """;
        var loader = services.GetRequiredService<IIntegrationLoader>();
        return new(services, await loader.LoadAsync(new IntegrationSource { Name = "Benchmark", Script = script }));
    }

    public T As<T>()
        where T : class
        => (T)(object)_integration;

    public async ValueTask DisposeAsync()
    {
        await _integration.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class LastRun : IRunObserver
    {
        private BlockRun? _last;

        public void OnCompleted(BlockRun run) => Volatile.Write(ref _last, run);
    }
}
