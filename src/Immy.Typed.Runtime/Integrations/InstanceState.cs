using System.Collections;
using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
using Immy.Typed.Http;
using Immy.Typed.Modules;
using Immy.Typed.Secrets;

namespace Immy.Typed.Integrations;

/// <summary>What all sessions of one integration instance share.</summary>
internal sealed class InstanceState
{
    public InstanceState(IntegrationSource source, CapabilityCatalog catalog, ImmyTypedOptions options, HostServices services, SecretMask? mask = null)
    {
        Source = source;
        Catalog = catalog;
        Options = options;
        Services = services;
        Mask = mask ?? new SecretMask();
        DefaultTimeout = options.DefaultTimeout;
        MaximumTimeout = options.MaximumTimeout;
        Modules = new ModuleIndex(source.Modules);
        Context = new IntegrationContextTable(Mask);
        Http = new OutboundHttp(options.Http, services.Time, Mask);
    }

    public IntegrationSource Source { get; }

    public string Name => Source.Name;

    public CapabilityCatalog Catalog { get; }

    public ImmyTypedOptions Options { get; }

    public HostServices Services { get; }

    public TimeProvider Time => Services.Time;

    public ModuleIndex Modules { get; }

    public SecretMask Mask { get; }

    /// <summary>How long a block may run that does not say.</summary>
    public TimeSpan DefaultTimeout { get; init; }

    /// <summary>How long a block may run at most.</summary>
    public TimeSpan MaximumTimeout { get; init; }

    /// <summary>True for a script that works for an action: it has no context of an integration, and takes no place that calls of integrations run in.</summary>
    public bool IsMetascript { get; init; }

    /// <summary>What scripts call the network through.</summary>
    public OutboundHttp Http { get; }

    /// <summary><c>$IntegrationContext</c>.</summary>
    public IntegrationContextTable Context { get; }

    /// <summary><c>$providerTypeFormData</c>: the values that Init last got.</summary>
    public Hashtable FormData { get; } = Hashtable.Synchronized(new Hashtable(StringComparer.OrdinalIgnoreCase));

    /// <summary>Results that <c>Invoke-CommandCached</c> keeps for all sessions.</summary>
    public CommandCache Cache { get; } = new();
}
