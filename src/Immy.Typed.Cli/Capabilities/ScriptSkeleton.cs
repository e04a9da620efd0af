using System.Collections;
using System.Management.Automation;
using System.Reflection;
using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cmdlets;

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

        return block.MadeBy is { } maker ? WithMandatoryParameters(maker)
            : block.ResultType == typeof(string) ? "'...'"
            : block.ResultType == typeof(int) ? "600"
            : block.ResultType == typeof(Version) ? "[Version]'1.0.0'"
            : block.ResultType == typeof(Hashtable) ? "@{ }"
            : $"# Write {TypeNames.Of(block.ResultType, block.IsResultNullable)}.";
    }

    private static string WithMandatoryParameters(string maker)
    {
        var command = typeof(SessionCommand).Assembly.GetExportedTypes().FirstOrDefault(type
            => type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && $"{cmdlet.VerbName}-{cmdlet.NounName}" == maker);
        var mandatory = command?.GetProperties().Where(static property => property.GetCustomAttribute<ParameterAttribute>()?.Mandatory == true) ?? [];
        return maker + string.Concat(mandatory.Select(static property => $" -{property.Name} '...'"));
    }
}
