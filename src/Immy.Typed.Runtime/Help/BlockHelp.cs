using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;

namespace Immy.Typed.Help;

/// <summary>The help text of script blocks, from their descriptors.</summary>
internal static class BlockHelp
{
    /// <summary>Every interface that can be added, with its blocks: one a line.</summary>
    public static string Interfaces(CapabilityCatalog catalog) => string.Join('\n', catalog.Capabilities
        .Where(static capability => !capability.IsRoot)
        .Select(static capability => $"{capability.Name}: {string.Join(' ', capability.Blocks.Select(static block => block.IsMandatory ? $"-{block.Name}" : $"[-{block.Name}]"))}"));

    /// <summary>What the blocks of that name do, get and owe; empty where no block has it.</summary>
    public static string Of(IEnumerable<CapabilityDescriptor> capabilities, string parameter) => string.Join('\n', capabilities
        .SelectMany(static capability => capability.Blocks)
        .Where(block => block.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
        .SelectMany(Lines));

    private static IEnumerable<string> Lines(BlockDescriptor block)
    {
        yield return $"{block.Capability}: {block.Summary}".TrimEnd();
        foreach (var parameter in block.Parameters)
        {
            var name = parameter.IsArguments ? "one parameter for each key" : $"${parameter.Name} ({TypeText.Of(parameter.Type)})";
            yield return $"- {name}: {parameter.Summary}".TrimEnd(' ', ':');
        }

        var owed = block.Shape switch
        {
            ResultShape.Nothing => block.Returns.Length == 0 ? "Writes nothing." : "Writes:",
            ResultShape.List => $"Writes any number of {TypeText.Of(block.ResultType)}.",
            _ => $"Writes one {TypeText.Of(block.ResultType)}{(block.IsResultNullable ? ", or nothing" : "")}.",
        };
        yield return $"{owed} {block.Returns}".TrimEnd();
    }
}
