using System.Runtime.CompilerServices;
using Immy.Typed.Actions;
using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
using Immy.Typed.Integrations;
using Immy.Typed.Pooling;
using Immy.Typed.Problems;
using Immy.Typed.Providers;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Records;
using Immy.Typed.Streams;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Metascripts;

/// <inheritdoc cref="IMetascriptRunner"/>
internal sealed class MetascriptRunner(
    CapabilityCatalog catalog,
    IOptions<ImmyTypedOptions> options,
    IProviderDirectory providers,
    IEnumerable<IRunObserver> observers,
    TimeProvider time,
    HostSessions sessions,
    SessionStateFactory states,
    SharedScripts scripts)
    : IMetascriptRunner, IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.Pool.RunningMetascripts);

    public async Task<IReadOnlyList<ScriptProblem>> CheckAsync(Metascript script, CancellationToken cancellationToken = default)
    {
        var instance = InstanceOf(script, []);
        using var pool = new SessionPool(sessions, states, instance);
        using var http = instance.Http;
        try
        {
            return (await pool.OpenFirstAsync(cancellationToken).ConfigureAwait(false)).Problems;
        }
        catch (IntegrationLoadException exception)
        {
            return exception.Problems;
        }
    }

    public async IAsyncEnumerable<object?> RunAsync(
        Metascript script, ActionContext action, IRunObserver? observer = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A script may wait long, also for calls of integrations, so it takes none of the places that those run in.
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var instance = InstanceOf(script, observer is null ? [.. observers] : [.. observers, observer]);
            using var invoker = new IntegrationInvoker(instance, new SessionPool(sessions, states, instance), []);
            await foreach (var written in invoker.StreamAsync<object?>(MetascriptBlock.Descriptor, [], action, cancellationToken).ConfigureAwait(false))
            {
                yield return written;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private InstanceState InstanceOf(Metascript script, IReadOnlyList<IRunObserver> all) => new(script.Source, catalog, options.Value, new HostServices(time, providers, all, sessions.Metrics, scripts), script.Mask)
    {
        IsMetascript = true,
        DefaultTimeout = options.Value.MetascriptTimeout,
        MaximumTimeout = options.Value.MetascriptTimeout,
    };
}
