using System.Collections.Immutable;

namespace Immy.Typed.Generators.Model;

/// <summary>The capabilities of one assembly.</summary>
/// <param name="ClassName">The name of the list's class.</param>
/// <param name="Descriptors">The descriptor classes, ordered by the interfaces' names.</param>
internal sealed record ListModel(string ClassName, EquatableArray<string> Descriptors)
{
    public static ListModel Of(string assembly, ImmutableArray<CapabilityModel> declared, ImmutableArray<CapabilityModel> referenced)
    {
        var descriptors = declared.Concat(referenced)
            .OrderBy(static capability => capability.Name, StringComparer.Ordinal)
            .ThenBy(static capability => capability.FullName, StringComparer.Ordinal)
            .Select(static capability => $"global::{capability.Namespace}.{capability.Stem}Descriptor")
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return new ListModel(ClassOf(assembly), new(descriptors));
    }

    /// <summary>The name of the class of an assembly's list.</summary>
    public static string ClassOf(string assembly)
    {
        var identifier = string.Concat(assembly.Where(char.IsLetterOrDigit));
        return (identifier.Length == 0 || char.IsDigit(identifier[0]) ? "_" + identifier : identifier) + "Capabilities";
    }
}
