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
            .Concat(definition.Blocks.SelectMany(AttributesAsTypes))
            .Concat(definition.Blocks.SelectMany(OutputTypes))
            .Concat(CommandChecks.Check(script, session, pipeline));

    private static IEnumerable<ScriptProblem> Parameters(IntegrationBlock block)
    {
        if (block.Descriptor.Parameters.Any(static parameter => parameter.IsArguments))
        {
            yield break;
        }

        var leftOut = block.Descriptor.Parameters.Select(static known => known.Name).Where(name => !block.Takes(name)).ToList();
        foreach (var parameter in block.Parameters)
        {
            var name = parameter.Name.VariablePath.UserPath;
            if (block.Descriptor.Parameters.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (IsMandatory(parameter))
            {
                yield return LoadProblems.ParameterNotInContract(block.Descriptor, name, ScriptLocation.Of(parameter.Extent));
            }
            else if (leftOut.Count > 0 && parameter.DefaultValue is null && !HasAlias(parameter))
            {
                // Extra parameters are welcome, but this one stands where one of the contract's should.
                yield return LoadProblems.ParameterAlwaysEmpty(block.Descriptor, name, leftOut, ScriptLocation.Of(parameter.Extent));
            }
        }
    }

    private static IEnumerable<ScriptProblem> AttributesAsTypes(IntegrationBlock block)
        => from parameter in block.Parameters
           from constraint in parameter.Attributes.OfType<TypeConstraintAst>()
           where typeof(Attribute).IsAssignableFrom(constraint.TypeName.GetReflectionType())
           select LoadProblems.AttributeAsType(block.Descriptor, parameter.Name.VariablePath.UserPath, constraint.Extent.Text, ScriptLocation.Of(constraint.Extent));

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

    private static bool HasAlias(ParameterAst parameter) => parameter.Attributes.Any(static attribute => attribute is AttributeAst && attribute.TypeName.Name.Equals("Alias", StringComparison.OrdinalIgnoreCase));

    private static bool IsMandatory(ParameterAst parameter) => parameter.Attributes
        .OfType<AttributeAst>()
        .Where(static attribute => attribute.TypeName.Name.Equals("Parameter", StringComparison.OrdinalIgnoreCase))
        .SelectMany(static attribute => attribute.NamedArguments)
        .Any(static argument => argument.ArgumentName.Equals("Mandatory", StringComparison.OrdinalIgnoreCase)
            && (argument.ExpressionOmitted || argument.Argument.Extent.Text is not ("$false" or "0")));
}
