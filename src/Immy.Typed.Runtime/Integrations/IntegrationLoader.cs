using Immy.Typed.Capabilities;
using Immy.Typed.Forms;
using Immy.Typed.Hosting;
using Immy.Typed.Pooling;
using Immy.Typed.Problems;
using Immy.Typed.Providers;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Records;
using Immy.Typed.Streams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Integrations;

/// <inheritdoc cref="IIntegrationLoader"/>
internal sealed partial class IntegrationLoader(
    CapabilityCatalog catalog,
    IOptions<ImmyTypedOptions> options,
    IProviderDirectory providers,
    IEnumerable<IRunObserver> observers,
    TimeProvider time,
    HostSessions sessions,
    ILogger<IntegrationLoader> logger)
    : IIntegrationLoader
{
    private readonly SessionStateFactory _states = new(catalog);
    private readonly SharedScripts _scripts = new();

    public async Task<DynamicIntegration> LoadAsync(IntegrationSource source, IRunObserver? observer = null, CancellationToken cancellationToken = default)
    {
        if (source.AllowFullLanguage)
        {
            LogFullLanguage(source.Name);
        }

        if (Exclusions.Problems(source, catalog) is { Count: > 0 } problems)
        {
            throw new IntegrationLoadException(source.Name, problems);
        }

        IReadOnlyList<IRunObserver> all = observer is null ? [.. observers] : [.. observers, observer];
        var instance = new InstanceState(source, catalog, options.Value, new HostServices(time, providers, all, sessions.Metrics, _scripts));
        var pool = new SessionPool(sessions, _states, instance);
        try
        {
            var load = await pool.OpenFirstAsync(cancellationToken).ConfigureAwait(false);
            var definition = load.Definition!;
            return new DynamicIntegration(new IntegrationInvoker(instance, pool, definition), definition, load.Problems, InitForm.Of(definition, catalog));
        }
        catch
        {
            pool.Dispose();
            instance.Http.Dispose();
            throw;
        }
    }
}
