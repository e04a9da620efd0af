using System.Management.Automation;
using System.Management.Automation.Language;
using System.Security;
using Immy.Typed.Capabilities;
using Immy.Typed.Integrations;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Forms;

/// <summary>The configuration form of an integration: the parameters of its Init block.</summary>
/// <param name="Fields">The fields in the script's order.</param>
/// <param name="HasDynamicFields">True when <c>dynamicparam</c> adds fields that depend on the ones already filled.</param>
public sealed record InitForm(IReadOnlyList<FormField> Fields, bool HasDynamicFields)
{
    /// <summary>The field of that name in any case, or null.</summary>
    /// <param name="name">The parameter's name.</param>
    public FormField? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static InitForm Of(IntegrationDefinition definition, CapabilityCatalog catalog)
        => definition.Blocks.FirstOrDefault(block => block.Descriptor.Parameters.Any(static parameter => parameter.IsArguments) && catalog.Root.Blocks.Contains(block.Descriptor)) is { } init
            ? Of(init)
            : new([], HasDynamicFields: false);

    internal static InitForm Of(IntegrationBlock init) => new([.. init.Parameters.Select(Field)], init.Ast.DynamicParamBlock is not null);

    private static FormField Field(ParameterAst parameter)
    {
        var attributes = parameter.Attributes.OfType<AttributeAst>().ToList();
        var name = parameter.Name.VariablePath.UserPath;
        return new()
        {
            Name = name,
            Label = Text(attributes.FirstOrDefault(static attribute => Is(attribute, "DisplayName"))?.PositionalArguments.FirstOrDefault()) ?? name,
            Type = parameter.StaticType,
            IsMandatory = Argument(attributes, "Mandatory") is { } mandatory && (mandatory.ExpressionOmitted || mandatory.Argument.Extent.Text is not ("$false" or "0")),
            IsSecret = attributes.Exists(static attribute => attribute.TypeName.GetReflectionAttributeType() == typeof(PasswordAttribute)) || parameter.StaticType == typeof(SecureString),
            Help = Text(Argument(attributes, "HelpMessage")?.Argument),
            Choices = [.. attributes.Where(static attribute => Is(attribute, "ValidateSet")).SelectMany(static attribute => attribute.PositionalArguments).Select(Text).OfType<string>()],
            Default = parameter.DefaultValue?.Extent.Text,
        };
    }

    private static NamedAttributeArgumentAst? Argument(IEnumerable<AttributeAst> attributes, string name) => attributes
        .Where(static attribute => attribute.TypeName.GetReflectionAttributeType() == typeof(ParameterAttribute))
        .SelectMany(static attribute => attribute.NamedArguments)
        .FirstOrDefault(argument => argument.ArgumentName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool Is(AttributeAst attribute, string name) => attribute.TypeName.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Text(ExpressionAst? expression) => expression switch
    {
        null => null,
        StringConstantExpressionAst text => text.Value,
        _ => expression.Extent.Text,
    };
}
