using Immy.Typed.Hosting;
using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>A host with everything real: it loads scripts as a program would, through <c>AddImmyTyped</c>.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<DynamicIntegration> _loaded = [];

    public TestHost(Action<ImmyTypedOptions>? configure = null, Action<ImmyTypedBuilder>? build = null)
    {
        var services = new ServiceCollection();
        build?.Invoke(services.AddImmyTyped(configure));
        if (build is null)
        {
            services.AddImmyTyped(configure);
        }

        _services = services.BuildServiceProvider();
    }

    public RecordingObserver Observer { get; } = new();

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _services;

    public InMemoryProviderDirectory Providers => (InMemoryProviderDirectory)_services.GetRequiredService<IProviderDirectory>();

    /// <summary>Loads a script named <c>Test.ps1</c>.</summary>
    public async Task<DynamicIntegration> LoadAsync(string script, ModuleLibrary? modules = null, string name = "Test")
    {
        var source = new IntegrationSource { Name = name, Script = script, Modules = modules ?? ModuleLibrary.Empty };
        var integration = await _services.GetRequiredService<IIntegrationLoader>().LoadAsync(source, Observer, TestContext.Current.CancellationToken);
        _loaded.Add(integration);
        return integration;
    }

    /// <summary>Loads a script that must be refused, and returns what is said of it.</summary>
    public async Task<IReadOnlyList<string>> RefusedAsync(string script, ModuleLibrary? modules = null)
    {
        var exception = await Assert.ThrowsAsync<IntegrationLoadException>(() => LoadAsync(script, modules));
        return [.. exception.Problems.Select(static problem => problem.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var integration in _loaded)
        {
            await integration.DisposeAsync();
        }

        await _services.DisposeAsync();
    }
}
