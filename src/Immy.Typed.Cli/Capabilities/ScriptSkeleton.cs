using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>The script that gives an integration a capability, with blocks to be filled in.</summary>
internal static class ScriptSkeleton
{
    public static string Of(CapabilityDescriptor capability)
    {
        var command = capability.IsRoot
            ? "$Integration = New-DynamicIntegration"
            : $"$Integration | Add-DynamicIntegrationCapability -Interface {capability.Name}";
        return command + string.Concat(capability.Blocks.Select(static block => $" -{block.Name} {{\n{string.Concat(Body(block).Select(static line => $"    {line}\n"))}}}"));
    }

    private static IEnumerable<string> Body(BlockDescriptor block)
    {
        if (block.Parameters.Any(static parameter => parameter.IsArguments))
        {
            yield return "param(";
            yield return "    # The fields of the form: [string]$Server, [Password()]$ApiKey";
            yield return ")";
        }
        else if (block.Parameters.Count > 0)
        {
            yield return $"param({string.Join(", ", block.Parameters.Select(static parameter => "$" + parameter.Name))})";
        }

        yield return Result(block);
    }

    private static string Result(BlockDescriptor block)
    {
        if (block.Shape == ResultShape.Nothing)
        {
            return "# Nothing is to be written.";
        }

        return block.MadeBy
            ?? (block.ResultType == typeof(string) ? "'...'"
                : block.ResultType == typeof(int) ? "600"
                : $"# Write {TypeNames.Of(block.ResultType, block.IsResultNullable)}.");
    }
}
