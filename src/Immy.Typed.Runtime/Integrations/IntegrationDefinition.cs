using System.Runtime.InteropServices;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>
/// What a script builds in one session: <c>$Integration</c>. For the script, too, <c>-is [ISupportsListingClients]</c>
/// is true exactly when the capability, or one that extends it, was added.
/// </summary>
public sealed class IntegrationDefinition : IDynamicInterfaceCastable, ICapabilityHolder
{
    private readonly CapabilityCatalog _catalog;
    private readonly Dictionary<CapabilityDescriptor, ScriptLocation?> _added = [];
    private readonly Dictionary<Type, CapabilityDescriptor> _serving = [];
    private readonly Dictionary<BlockKey, IntegrationBlock> _blocks = [];

    internal IntegrationDefinition(CapabilityCatalog catalog, ScriptLocation? location)
    {
        _catalog = catalog;
        Location = location;
    }

    internal ScriptLocation? Location { get; }

    /// <summary>What the script added, and the capabilities that those extend.</summary>
    internal IEnumerable<CapabilityDescriptor> Capabilities => _serving.Keys.Select(_catalog.Find).OfType<CapabilityDescriptor>();

    /// <summary>For each interface that the integration has, capability or not, the added capability that serves it.</summary>
    internal IReadOnlyDictionary<Type, CapabilityDescriptor> Serving => _serving;

    internal IEnumerable<IntegrationBlock> Blocks => _blocks.Values;

    bool IDynamicInterfaceCastable.IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented)
        => _serving.ContainsKey(Type.GetTypeFromHandle(interfaceType)!);

    RuntimeTypeHandle IDynamicInterfaceCastable.GetInterfaceImplementation(RuntimeTypeHandle interfaceType)
        => _serving.GetValueOrDefault(Type.GetTypeFromHandle(interfaceType)!)?.Shim ?? default;

    object ICapabilityHolder.GetCapability(Type capability)
        => throw new InvalidOperationException($"The host calls {capability.Name} through the loaded integration, not through the script's own object.");

    internal void Add(CapabilityDescriptor capability, BlockParameters parameters, ScriptLocation? location)
    {
        if (!_added.TryAdd(capability, location))
        {
            throw new ProblemException(LoadProblems.CapabilityTwice(capability.Name, _added[capability]));
        }

        foreach (var (descriptor, script) in capability.Blocks.Zip(parameters.ToBlocks()))
        {
            if (script is not null && !_blocks.TryAdd(BlockKey.Of(descriptor), new IntegrationBlock(descriptor, script)))
            {
                throw new ProblemException(LoadProblems.BlockOfTwoCapabilities(descriptor, _blocks[BlockKey.Of(descriptor)].Descriptor));
            }
        }

        Serve(capability);
    }

    internal void Add(IntegrationBlock block) => _blocks.Add(BlockKey.Of(block.Descriptor), block);

    internal IntegrationBlock? FindBlock(BlockDescriptor block) => _blocks.GetValueOrDefault(BlockKey.Of(block));

    // As in a class, the most derived interface decides: its own implementations of a base's members are the ones that count.
    private void Serve(CapabilityDescriptor capability)
    {
        foreach (var contract in capability.BaseInterfaces.Append(capability.Interface))
        {
            if (!_serving.TryGetValue(contract, out var other) || capability.BaseInterfaces.Contains(other.Interface))
            {
                _serving[contract] = capability;
            }
        }
    }
}
