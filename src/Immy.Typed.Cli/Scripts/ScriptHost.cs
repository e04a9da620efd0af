using Immy.Typed.Capabilities;
using Immy.Typed.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Cli.Scripts;

/// <summary>The smallest host that loads integrations: services without a server, a configuration or a log.</summary>
internal sealed class ScriptHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>Makes the host.</summary>
    /// <param name="catalog">What scripts may implement.</param>
    public ScriptHost(CapabilityCatalog catalog)
    {
        var services = new ServiceCollection();
        services.AddSingleton(catalog);
        services.AddImmyTyped();
        _services = services.BuildServiceProvider();
    }

    public IIntegrationLoader Loader => _services.GetRequiredService<IIntegrationLoader>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
