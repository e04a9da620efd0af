using System.Management.Automation;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a drop-down of the form in <c>dynamicparam</c> of Init. Without choices it takes any value.</summary>
/// <example>
/// <code>
/// New-DropDownParameter -Name Region -Choices 'eu', 'us' -DefaultValue 'eu'
/// </code>
/// </example>
/// <example>
/// Several of the choices; Init gets a list.
/// <code>
/// New-DropDownParameter -Name Products -Choices 'Antivirus', 'Backup', 'Firewall' -Multiselect
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "DropDownParameter")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewDropDownParameterCommand : FieldCommand
{
    /// <summary>The choices, in order.</summary>
    [Parameter(Position = 1)]
    [Alias("Options", "Values", "ValidateSet", "Items")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? Choices { get; set; }

    /// <summary>Takes several of the choices: the value is a list.</summary>
    [Parameter]
    [Alias("AllowMultiple")]
    public SwitchParameter Multiselect { get; set; }

    /// <inheritdoc/>
    private protected override (Type Type, FormFieldAttribute Field) Make() => (
        Multiselect ? typeof(string[]) : typeof(string),
        new FormFieldAttribute(Multiselect ? FormFieldKind.MultiSelect : FormFieldKind.DropDown)
        {
            Label = Label,
            Choices = [.. (Choices ?? []).Where(static choice => !string.IsNullOrEmpty(choice))],
            DefaultValue = DefaultValue,
            IsHidden = Hidden,
        });
}
