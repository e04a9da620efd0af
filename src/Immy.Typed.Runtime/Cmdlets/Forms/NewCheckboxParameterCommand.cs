using System.Management.Automation;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a checkbox of the form in <c>dynamicparam</c> of Init.</summary>
/// <example>
/// <code>
/// New-CheckboxParameter -Name IncludeServers -Label 'Include servers' -DefaultValue $true
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "CheckboxParameter")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewCheckboxParameterCommand : FieldCommand
{
    /// <inheritdoc/>
    private protected override (Type Type, FormFieldAttribute Field) Make()
        => (typeof(bool), new FormFieldAttribute(FormFieldKind.Checkbox) { Label = Label, DefaultValue = DefaultValue, IsHidden = Hidden });
}
