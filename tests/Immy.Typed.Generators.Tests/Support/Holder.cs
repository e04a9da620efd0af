using System.Runtime.InteropServices;
using Immy.Typed.Adapters;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>Is castable to one capability by its generated shim.</summary>
internal sealed class Holder(CapabilityDescriptor capability, IBlockInvoker invoker) : ICapabilityHolder, IDynamicInterfaceCastable
{
    private readonly object _adapter = capability.CreateAdapter(invoker);

    public object GetCapability(Type capability) => _adapter;

    public RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle interfaceType) => capability.Shim;

    public bool IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented)
        => interfaceType.Equals(capability.Interface.TypeHandle);
}
