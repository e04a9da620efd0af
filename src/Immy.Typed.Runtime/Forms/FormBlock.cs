using System.Management.Automation;
using System.Management.Automation.Language;

namespace Immy.Typed.Forms;

/// <summary>
/// Makes a block of what stands in <c>dynamicparam</c> of Init: it takes Init's parameters, none of them mandatory, and writes
/// the fields that Init would get. Every line and column stays the author's.
/// </summary>
internal static class FormBlock
{
    /// <summary>The block, for the session on whose thread the caller runs.</summary>
    public static ScriptBlock Of(ScriptBlockAst init)
    {
        var dynamic = init.DynamicParamBlock;
        var parameters = new ParamBlockAst(
            init.ParamBlock?.Extent ?? dynamic.Extent,
            init.ParamBlock?.Attributes.Select(static attribute => (AttributeAst)attribute.Copy()),
            init.ParamBlock?.Parameters.Select(Optional));
        var statements = new StatementBlockAst(
            dynamic.Extent,
            dynamic.Statements.Select(static statement => (StatementAst)statement.Copy()),
            dynamic.Traps?.Select(static trap => (TrapStatementAst)trap.Copy()));
        return new ScriptBlockAst(init.Extent, parameters, statements, isFilter: false).GetScriptBlock();
    }

    private static ParameterAst Optional(ParameterAst parameter) => new(
        parameter.Extent,
        (VariableExpressionAst)parameter.Name.Copy(),
        parameter.Attributes.Select(static attribute => attribute is AttributeAst said ? WithoutMandatory(said) : (AttributeBaseAst)attribute.Copy()),
        (ExpressionAst?)parameter.DefaultValue?.Copy());

    private static AttributeAst WithoutMandatory(AttributeAst attribute) => new(
        attribute.Extent,
        attribute.TypeName,
        attribute.PositionalArguments.Select(static argument => (ExpressionAst)argument.Copy()),
        attribute.NamedArguments
            .Where(static argument => !argument.ArgumentName.Equals(nameof(ParameterAttribute.Mandatory), StringComparison.OrdinalIgnoreCase))
            .Select(static argument => (NamedAttributeArgumentAst)argument.Copy()));
}
