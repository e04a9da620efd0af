using Immy.Typed.Capabilities;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>The capabilities that an instance leaves out.</summary>
internal static class Exclusions
{
    /// <summary>What is wrong with the names; empty when they can be excluded.</summary>
    public static IReadOnlyList<ScriptProblem> Problems(IntegrationSource source, CapabilityCatalog catalog)
    {
        var known = catalog.Capabilities.Where(static capability => !capability.IsRoot).Select(static capability => capability.Name).ToList();
        return
        [
            .. source.ExcludedCapabilities
                .Where(name => catalog.Find(name) is not { IsRoot: false })
                .Select(name => catalog.Find(name) is { } root ? LoadProblems.RootCannotBeExcluded(root.Name) : LoadProblems.UnknownExclusion(name, known)),
        ];
    }

    /// <summary>The interfaces that the integration would have and the instance has not. What extends an excluded one goes with it: it could not be cast to its base.</summary>
    public static IReadOnlySet<Type> Of(IntegrationDefinition definition, InstanceState instance)
    {
        var named = instance.Source.ExcludedCapabilities.Select(name => instance.Catalog.Find(name)!.Interface).ToHashSet();
        return definition.Serving.Keys.Where(contract => named.Contains(contract) || contract.GetInterfaces().Any(named.Contains)).ToHashSet();
    }
}
