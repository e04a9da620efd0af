using System.Runtime.InteropServices;
using Immy.Typed.Adapters;
using Immy.Typed.Calls;
using Immy.Typed.Forms;
using Immy.Typed.Monitoring;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Integrations;

/// <summary>
/// A loaded integration. <c>integration is ISupportsListingClients</c> is true exactly when its script added that
/// capability or one that extends it; the cast then gives the generated adapter's behaviour.
/// </summary>
// Not sealed, or the compiler would refuse "integration is ISupportsX"; its constructor keeps others from deriving.
public class DynamicIntegration : IDynamicInterfaceCastable, ICapabilityHolder, IAsyncDisposable
{
    private readonly Dictionary<Type, CapabilityDescriptor> _serving;
    private readonly Dictionary<CapabilityDescriptor, object> _adapters;
    private readonly IntegrationInvoker _invoker;

    internal DynamicIntegration(IntegrationInvoker invoker, IntegrationDefinition definition, IReadOnlyList<ScriptProblem> warnings, InitForm form)
    {
        _invoker = invoker;
        var excluded = Exclusions.Of(definition, _invoker.Instance);
        _serving = definition.Serving.Where(pair => !excluded.Contains(pair.Key)).ToDictionary();
        _adapters = _serving.Values.Distinct().ToDictionary(static capability => capability, capability => capability.CreateAdapter(invoker));
        var added = definition.Capabilities.OrderBy(static capability => capability.Name, StringComparer.Ordinal).ToLookup(capability => excluded.Contains(capability.Interface));
        Capabilities = [.. added[false]];
        ExcludedCapabilities = [.. added[true]];
        Warnings = warnings;
        Form = form;
    }

    /// <summary>The integration's name.</summary>
    public string Name => _invoker.Instance.Name;

    /// <summary>What the integration can do, ordered by name; <c>IProvider</c> is always among it.</summary>
    public IReadOnlyList<CapabilityDescriptor> Capabilities { get; }

    /// <summary>What its script added and this instance leaves out, ordered by name.</summary>
    public IReadOnlyList<CapabilityDescriptor> ExcludedCapabilities { get; }

    /// <summary>What deserved a warning while the script was loaded.</summary>
    public IReadOnlyList<ScriptProblem> Warnings { get; }

    /// <summary>The configuration form: the parameters of Init.</summary>
    public InitForm Form { get; }

    /// <summary>Masks this instance's secrets in text that did not come from a session.</summary>
    public SecretMask Mask => _invoker.Instance.Mask;

    /// <summary>How its sessions are now.</summary>
    public SessionStatus Sessions => _invoker.Status;

    /// <summary>What its sessions share.</summary>
    internal InstanceState Instance => _invoker.Instance;

    private BlockDescriptor Init => Instance.Catalog.Root.Blocks.Single(static block => block.Parameters.Any(static parameter => parameter.IsArguments));

    /// <summary>The integration as what every integration is.</summary>
    public IProvider Provider => (IProvider)(object)this;

    /// <summary>Whether the script gave an optional block; true for every block of a capability without optional ones.</summary>
    /// <param name="block">The block.</param>
    public bool HasBlock(BlockDescriptor block) => _invoker.HasBlock(block);

    /// <summary>How often the host is to call a block by itself, as <c>[JobSettings]</c> of the block says.</summary>
    /// <param name="capability">The interface's name.</param>
    /// <param name="block">The block's name.</param>
    /// <returns>The period; null when the script does not say, or does not give the block.</returns>
    public TimeSpan? PeriodOf(string capability, string block) => _invoker.PeriodOf(capability, block);

    /// <summary>
    /// The form for values given so far, with the fields that <c>dynamicparam</c> of Init adds for them. Secrets among the values are
    /// masked from then on, and <c>$providerTypeFormData</c> holds the values until Init runs: ask an integration that does not serve yet.
    /// </summary>
    /// <param name="values">The values by field, as far as they are known.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <exception cref="BlockException"><c>dynamicparam</c> fails, or a value is not of its field's type.</exception>
    public async Task<InitForm> GetFormAsync(IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken = default)
    {
        if (!Form.HasDynamicFields)
        {
            FormSecrets.Mask(Form, values, Mask);
            return Form;
        }

        var call = new FormCall(new CallRequest(Instance, Init, [values], Action: null), Form, values, cancellationToken);
        await _invoker.InvokeAsync(call).ConfigureAwait(false);
        FormSecrets.Mask(call.Form, values, Mask);
        return call.Form;
    }

    /// <summary>Closes the sessions: calls that run are stopped, calls that wait are refused, both with a problem that says so.</summary>
    public ValueTask DisposeAsync()
    {
        _invoker.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    bool IDynamicInterfaceCastable.IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented)
        => _serving.ContainsKey(Type.GetTypeFromHandle(interfaceType)!);

    RuntimeTypeHandle IDynamicInterfaceCastable.GetInterfaceImplementation(RuntimeTypeHandle interfaceType)
        => _serving.GetValueOrDefault(Type.GetTypeFromHandle(interfaceType)!)?.Shim ?? default;

    object ICapabilityHolder.GetCapability(Type capability) => _serving.TryGetValue(capability, out var serving)
        ? _adapters[serving]
        : throw new InvalidCastException($"The integration '{Name}' does not have {capability.Name}.");
}
