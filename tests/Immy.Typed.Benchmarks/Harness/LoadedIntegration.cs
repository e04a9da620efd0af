using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
using Immy.Typed.Integrations;
using Immy.Typed.Pooling;
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
    public SessionStateFactory States => field ??= new(_services.GetRequiredService<CapabilityCatalog>());

    /// <summary>Opens sessions of the integration outside of its pool.</summary>
    public SessionOpener Opener => field ??= new(States, _integration.Instance);

    public static async Task<LoadedIntegration> LoadAsync(string capability, string block, string body, Action<ImmyTypedOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddImmyTyped(configure).AddRunObserver<LastRun>();
        var services = collection.BuildServiceProvider();
        return new(services, await LoadAsync(services, "Benchmark", Script(capability, block, body)));
    }

    /// <summary>Loads one more instance of a script into the same host.</summary>
    public Task<DynamicIntegration> LoadMoreAsync(string name, string script) => LoadAsync(_services, name, script);

    public static string Script(string capability, string block, string body) => $$"""
        $IntegrationContext.ApiToken = 'a-secret-that-is-masked'
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability -Interface {{capability}} -{{block}} {
        {{body}}
        }
        return $Integration
        """;

    public T As<T>()
        where T : class
        => (T)(object)_integration;

    public async ValueTask DisposeAsync()
    {
        await _integration.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static Task<DynamicIntegration> LoadAsync(ServiceProvider services, string name, string script)
        => services.GetRequiredService<IIntegrationLoader>().LoadAsync(new IntegrationSource { Name = name, Script = script });

    private sealed class LastRun : IRunObserver
    {
        private BlockRun? _last;

        public void OnCompleted(BlockRun run) => Volatile.Write(ref _last, run);
    }
}
