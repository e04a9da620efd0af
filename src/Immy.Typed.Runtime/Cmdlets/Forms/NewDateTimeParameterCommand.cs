using System.Management.Automation;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a date and time of the form in <c>dynamicparam</c> of Init.</summary>
/// <example>
/// <code>
/// New-DateTimeParameter -Name Since -HelpMessage 'Agents that were seen last before then are left out.'
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "DateTimeParameter")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewDateTimeParameterCommand : FieldCommand
{
    /// <inheritdoc/>
    private protected override (Type Type, FormFieldAttribute Field) Make()
        => (typeof(DateTime), new FormFieldAttribute(FormFieldKind.DateTime) { Label = Label, DefaultValue = DefaultValue, IsHidden = Hidden });
}
