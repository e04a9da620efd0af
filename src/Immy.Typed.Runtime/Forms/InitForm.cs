using System.Management.Automation.Language;
using System.Security;
using Immy.Typed.Capabilities;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
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

    /// <summary>What is wrong with values for this form; empty when Init may have them. What only a script can tell, such as <c>[ValidateScript]</c>, Init tells.</summary>
    /// <param name="values">The values by field.</param>
    public IReadOnlyList<ScriptProblem> Check(IReadOnlyDictionary<string, object?> values) => [.. FieldCheck.Problems(this, values)];

    internal static InitForm Of(IntegrationDefinition definition, CapabilityCatalog catalog)
        => definition.Blocks.FirstOrDefault(block => block.Descriptor.Parameters.Any(static parameter => parameter.IsArguments) && catalog.Root.Blocks.Contains(block.Descriptor)) is { } init
            ? Of(init)
            : new([], HasDynamicFields: false);

    internal static InitForm Of(IntegrationBlock init) => new([.. init.Parameters.Select(Field)], init.Ast.DynamicParamBlock is not null);

    private static FormField Field(ParameterAst parameter)
    {
        var said = new FieldAttributes(parameter);
        var name = parameter.Name.VariablePath.UserPath;
        return new()
        {
            Name = name,
            Label = said.DisplayName ?? name,
            Type = parameter.StaticType,
            Kind = said.HasConsent ? FormFieldKind.OAuthConsent
                : !said.HasDropdown ? FormFieldKind.Plain
                : parameter.StaticType.IsArray ? FormFieldKind.MultiSelect
                : FormFieldKind.DropDown,
            Consent = said.Consent(),
            IsMandatory = said.IsMandatory,
            IsSecret = said.IsPassword || said.HasConsent || parameter.StaticType == typeof(SecureString),
            Help = said.HelpMessage,
            Choices = said.Choices,
            Rules = said.Rules,
            Default = parameter.DefaultValue?.Extent.Text,
            DefaultValue = parameter.DefaultValue is { } expression ? ConstantValue.Of(expression) : null,
        };
    }
}
