using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
using Immy.Typed.Integrations;
using Immy.Typed.Metascripts;
using Immy.Typed.Monitoring;
using Immy.Typed.Pooling;
using Immy.Typed.Providers;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Records;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The door through which a host takes Immy.Typed in.</summary>
public static class ImmyTypedServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IIntegrationLoader"/> and <see cref="IMetascriptRunner"/> with all shipped capabilities. Options are validated when the host starts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the options.</param>
    public static ImmyTypedBuilder AddImmyTyped(this IServiceCollection services, Action<ImmyTypedOptions>? configure = null)
    {
        services.AddOptions<ImmyTypedOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ImmyTypedOptions>, ImmyTypedOptionsValidator>());
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IProviderDirectory, InMemoryProviderDirectory>();
        services.AddMetrics();
        services.TryAddSingleton<SessionMetrics>();
        services.TryAddSingleton<HostSessions>();
        services.TryAddSingleton<CapabilityCatalog>();
        services.TryAddSingleton<SessionStateFactory>();
        services.TryAddSingleton<SharedScripts>();
        services.TryAddSingleton<IIntegrationLoader, IntegrationLoader>();
        services.TryAddSingleton<IMetascriptRunner, MetascriptRunner>();
        return new ImmyTypedBuilder(services).AddCapabilities(typeof(IProvider).Assembly);
    }
}
