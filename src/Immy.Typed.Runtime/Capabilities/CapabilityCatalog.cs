using System.Reflection;
using System.Runtime.Loader;
using Immy.Typed.Adapters;

namespace Immy.Typed.Capabilities;

/// <summary>Every capability that this host knows.</summary>
public sealed class CapabilityCatalog
{
    private readonly Dictionary<string, CapabilityDescriptor> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Type, CapabilityDescriptor> _byInterface = [];

    /// <summary>Makes the catalog.</summary>
    /// <param name="lists">The generated lists of all contributing assemblies.</param>
    /// <exception cref="ArgumentException">Two capabilities have one name, or there is not exactly one root.</exception>
    public CapabilityCatalog(IEnumerable<ICapabilityList> lists)
    {
        var contributors = new Dictionary<CapabilityDescriptor, Assembly>();
        foreach (var (capability, contributor) in lists.SelectMany(static list => list.Capabilities.Select(capability => (capability, list.GetType().Assembly))))
        {
            if (!_byName.TryAdd(capability.Name, capability))
            {
                var other = _byName[capability.Name];
                throw new ArgumentException(
                    $"Two capabilities are named '{capability.Name}': {Place(other, contributors[other])} and {Place(capability, contributor)}. Scripts name a capability by its simple name: rename one of the interfaces, or leave one of the assemblies out.",
                    nameof(lists));
            }

            contributors.Add(capability, contributor);
            _byInterface[capability.Interface] = capability;
        }

        Capabilities = [.. _byName.Values.OrderBy(static capability => capability.Name, StringComparer.Ordinal)];
        Root = Capabilities.SingleOrDefault(static capability => capability.IsRoot)
            ?? throw new ArgumentException("There must be exactly one capability marked [Capability(IsRoot = true)]; IProvider of Immy.Typed.Abstractions is it.", nameof(lists));
    }

    /// <summary>All capabilities, ordered by name.</summary>
    public IReadOnlyList<CapabilityDescriptor> Capabilities { get; }

    /// <summary>The one that every integration has.</summary>
    public CapabilityDescriptor Root { get; }

    /// <summary>The list that the generator wrote into an assembly.</summary>
    /// <param name="assembly">A contributing assembly.</param>
    /// <exception cref="ArgumentException">The assembly has none.</exception>
    public static ICapabilityList ListOf(Assembly assembly)
        => assembly.GetCustomAttribute<CapabilityListAttribute>() is { } attribute
            ? (ICapabilityList)Activator.CreateInstance(attribute.List)!
            : throw new ArgumentException(
                $"{assembly.GetName().Name} contributes no capability: it has no interface marked [Capability], or was compiled without the generator of Immy.Typed.", nameof(assembly));

    /// <summary>The capability of that name in any case, or null.</summary>
    /// <param name="name">The interface's simple name.</param>
    public CapabilityDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The capability of that interface, or null.</summary>
    /// <param name="contract">The interface.</param>
    public CapabilityDescriptor? Find(Type contract) => _byInterface.GetValueOrDefault(contract);

    // What was loaded from a file is named by it: two files may hold one assembly.
    private static string Place(CapabilityDescriptor capability, Assembly contributor)
        => $"{capability.Interface.FullName} in {(AssemblyLoadContext.GetLoadContext(contributor) is CapabilityLoadContext ? contributor.Location : contributor.GetName().Name)}";
}
