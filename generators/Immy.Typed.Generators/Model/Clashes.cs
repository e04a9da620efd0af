using System.Collections.Immutable;

namespace Immy.Typed.Generators.Model;

/// <summary>The capabilities of an assembly that share a name, for which nothing is generated.</summary>
/// <param name="FullNames">Their full names in order.</param>
internal sealed record Clashes(EquatableArray<string> FullNames)
{
    public static Clashes Among(ImmutableArray<CapabilityName> declared, ImmutableArray<CapabilityModel> referenced)
    {
        var names = declared.Concat(referenced.Select(CapabilityName.Of)).ToArray();
        var shared = Groups(names, static name => name.Name.ToUpperInvariant())
            .Concat(Groups(names, static name => $"{name.Namespace}.{name.Stem}"))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal);
        return new(new EquatableArray<string>([.. shared]));
    }

    /// <summary>The capability where it shares no name, and else nothing.</summary>
    public IEnumerable<CapabilityModel> Without(CapabilityModel capability)
    {
        if (!FullNames.Contains(capability.FullName, StringComparer.Ordinal))
        {
            yield return capability;
        }
    }

    private static IEnumerable<string> Groups(CapabilityName[] names, Func<CapabilityName, string> key)
        => names
            .GroupBy(key, static name => name.FullName, StringComparer.Ordinal)
            .Select(static group => group.Distinct(StringComparer.Ordinal).ToArray())
            .Where(static group => group.Length > 1)
            .SelectMany(static group => group);
}
