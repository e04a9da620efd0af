using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Adapters;
using Immy.Typed.Conversion;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Integrations;

/// <summary>Checks a loaded integration's blocks against their contracts, before anything serves.</summary>
internal static class DefinitionChecks
{
    public static IEnumerable<ScriptProblem> Check(IntegrationDefinition definition, ScriptBlockAst script, ScriptSession session, PSCmdlet pipeline)
        => definition.Blocks.SelectMany(Parameters)
            .Concat(definition.Blocks.SelectMany(OutputTypes))
            .Concat(CommandChecks.Check(script, session, pipeline));

    private static IEnumerable<ScriptProblem> Parameters(IntegrationBlock block)
        => block.Descriptor.Parameters.Any(static parameter => parameter.IsArguments)
            ? []
            : from parameter in block.Parameters
              let name = parameter.Name.VariablePath.UserPath
              where IsMandatory(parameter) && !block.Descriptor.Parameters.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
              select LoadProblems.ParameterNotInContract(block.Descriptor, name, ScriptLocation.Of(parameter.Extent));

    private static IEnumerable<ScriptProblem> OutputTypes(IntegrationBlock block)
        => from declared in block.Script.Attributes.OfType<OutputTypeAttribute>().SelectMany(static attribute => attribute.Type)
           where declared.Type is { } type && !Satisfies(type, block.Descriptor)
           select LoadProblems.OutputTypeDiffers(block.Descriptor, TypeText.Of(declared.Type), block.Location);

    private static bool Satisfies(Type declared, BlockDescriptor block)
    {
        var type = declared.IsArray && block.Shape == ResultShape.List ? declared.GetElementType()! : declared;
        return type == typeof(object)
            || (block.Shape == ResultShape.Nothing ? type == typeof(void) : block.ResultType.IsAssignableFrom(type))
            || (typeof(IDictionary).IsAssignableFrom(type) && (CompositeConverter.IsTable(block.ResultType) || RecordShape.Of(block.ResultType) is not null))
            || ((type == typeof(PSObject) || type == typeof(PSCustomObject)) && RecordShape.Of(block.ResultType) is not null)
            || (block.RunsScriptBlockResult && (type == typeof(ScriptBlock) || type == typeof(void)))
            || (type.IsGenericType && type.GetGenericArguments() is [var wrapped] && block.ResultType.IsAssignableFrom(wrapped));
    }

    private static bool IsMandatory(ParameterAst parameter) => parameter.Attributes
        .OfType<AttributeAst>()
        .Where(static attribute => attribute.TypeName.Name.Equals("Parameter", StringComparison.OrdinalIgnoreCase))
        .SelectMany(static attribute => attribute.NamedArguments)
        .Any(static argument => argument.ArgumentName.Equals("Mandatory", StringComparison.OrdinalIgnoreCase)
            && (argument.ExpressionOmitted || argument.Argument.Extent.Text is not ("$false" or "0")));
}
