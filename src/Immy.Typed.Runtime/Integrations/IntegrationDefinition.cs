using System.Runtime.InteropServices;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>
/// What a script builds in one session: <c>$Integration</c>. For the script, too, <c>-is [ISupportsListingClients]</c>
/// is true exactly when the capability was added.
/// </summary>
public sealed class IntegrationDefinition : IDynamicInterfaceCastable, ICapabilityHolder
{
    private readonly CapabilityCatalog _catalog;
    private readonly Dictionary<CapabilityDescriptor, ScriptLocation?> _capabilities = [];
    private readonly Dictionary<BlockDescriptor, IntegrationBlock> _blocks = [];

    internal IntegrationDefinition(CapabilityCatalog catalog, ScriptLocation? location)
    {
        _catalog = catalog;
        Location = location;
    }

    internal ScriptLocation? Location { get; }

    internal IReadOnlyCollection<CapabilityDescriptor> Capabilities => _capabilities.Keys;

    internal IEnumerable<IntegrationBlock> Blocks => _blocks.Values;

    bool IDynamicInterfaceCastable.IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented)
        => Find(interfaceType) is not null;

    RuntimeTypeHandle IDynamicInterfaceCastable.GetInterfaceImplementation(RuntimeTypeHandle interfaceType)
        => Find(interfaceType) is { } capability ? capability.Shim : default;

    object ICapabilityHolder.GetCapability(Type capability)
        => throw new InvalidOperationException($"The host calls {capability.Name} through the loaded integration, not through the script's own object.");

    internal void Add(CapabilityDescriptor capability, BlockParameters parameters, ScriptLocation? location)
    {
        if (!_capabilities.TryAdd(capability, location))
        {
            throw new ProblemException(LoadProblems.CapabilityTwice(capability.Name, _capabilities[capability]));
        }

        foreach (var (descriptor, script) in capability.Blocks.Zip(parameters.ToBlocks()))
        {
            if (script is not null)
            {
                _blocks.Add(descriptor, new IntegrationBlock(descriptor, script));
            }
        }
    }

    internal IntegrationBlock? FindBlock(BlockDescriptor block) => _blocks.GetValueOrDefault(block);

    private CapabilityDescriptor? Find(RuntimeTypeHandle interfaceType)
        => _catalog.Find(Type.GetTypeFromHandle(interfaceType)!) is { } capability && _capabilities.ContainsKey(capability) ? capability : null;
}
