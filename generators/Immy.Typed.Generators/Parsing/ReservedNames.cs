using Immy.Typed.Generators.Model;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Names that no block can bear, since something else beside it bears them.</summary>
internal static class ReservedNames
{
    private static readonly Dictionary<string, string> CommonParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Verbose"] = "vb",
        ["Debug"] = "db",
        ["ErrorAction"] = "ea",
        ["WarningAction"] = "wa",
        ["InformationAction"] = "infa",
        ["ProgressAction"] = "proga",
        ["ErrorVariable"] = "ev",
        ["WarningVariable"] = "wv",
        ["InformationVariable"] = "iv",
        ["OutVariable"] = "ov",
        ["OutBuffer"] = "ob",
        ["PipelineVariable"] = "pv",
        ["WhatIf"] = "wi",
        ["Confirm"] = "cf",
        ["UseTransaction"] = "usetx",
    };

    private static readonly HashSet<string> CmdletParameters = new(StringComparer.OrdinalIgnoreCase) { "Integration", "Interface" };

    private static readonly HashSet<string> GeneratedMembers = new(StringComparer.Ordinal)
    {
        "ToBlocks", "Instance", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>Every name of a common parameter and every alias of one.</summary>
    public static IEnumerable<string> OfCommonParameters => CommonParameters.Keys.Concat(CommonParameters.Values);

    /// <summary>The common parameter that bears the name or has it as alias, or null.</summary>
    public static string? CommonParameter(string name)
        => CommonParameters.ContainsKey(name) ? $"PowerShell's common parameter -{name}"
            : CommonParameters.FirstOrDefault(common => string.Equals(common.Value, name, StringComparison.OrdinalIgnoreCase)).Key is { } parameter
                ? $"an alias of PowerShell's common parameter -{parameter}"
                : null;

    /// <summary>What bears the block's name already, or null.</summary>
    public static string? WhyTaken(string stem, BlockModel block, IEnumerable<BlockModel> blocks)
    {
        if (CommonParameter(block.Name) is { } common)
        {
            return common;
        }

        if (CmdletParameters.Contains(block.Name))
        {
            return "a parameter of Add-DynamicIntegrationCapability itself";
        }

        if (GeneratedMembers.Contains(block.Name) || block.Name == stem + "Parameters" || block.Name == stem + "Descriptor")
        {
            return "a name in the classes that are generated";
        }

        return blocks.FirstOrDefault(other => block.Name == "get_" + other.Name || block.Name == "set_" + other.Name) is { } owner
            ? $"an accessor of the parameter that is generated for the block '{owner.Name}'"
            : null;
    }
}
