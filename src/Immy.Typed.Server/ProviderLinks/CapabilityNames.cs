using Immy.Typed.Capabilities;
using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Names of capabilities as people write them.</summary>
internal static class CapabilityNames
{
    /// <summary>Why names cannot be excluded; null when they can.</summary>
    public static IResult? WhyNotExcluded(IReadOnlyList<string?> names, CapabilityCatalog catalog)
    {
        foreach (var name in names)
        {
            switch (catalog.Find(name ?? ""))
            {
                case null:
                    return ApiProblems.Field("excludedCapabilities", $"'{name}' is no capability. {NearestName.Hint(name ?? "", [.. catalog.Capabilities.Where(static known => !known.IsRoot).Select(static known => known.Name)])}");
                case { IsRoot: true } root:
                    return ApiProblems.Field("excludedCapabilities", $"{root.Name} is part of every integration and cannot be excluded. Switch the link off instead: isEnabled false.");
            }
        }

        return null;
    }

    /// <summary>The names as the interfaces spell them, each once.</summary>
    public static IReadOnlyList<string> Spelled(IReadOnlyList<string> names, CapabilityCatalog catalog)
        => [.. names.Select(name => catalog.Find(name)!.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
