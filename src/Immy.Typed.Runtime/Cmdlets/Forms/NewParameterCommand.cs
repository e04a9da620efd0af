using System.Collections;
using System.Management.Automation;
using System.Security;
using Immy.Typed.Problems;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a field of the form in <c>dynamicparam</c> of Init: a text, or a value of another type.</summary>
/// <example>
/// <code>
/// New-Parameter -Name Server -Type ([Uri]) -Mandatory -HelpMessage 'The address of your **own** server.'
/// </code>
/// </example>
/// <example>
/// <code>
/// New-Parameter -Name ApiKey -Label 'API key' -Secret -Mandatory
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "Parameter")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewParameterCommand : FieldCommand
{
    private static readonly HashSet<Type> Allowed =
    [
        typeof(object), typeof(string), typeof(bool), typeof(SwitchParameter), typeof(int), typeof(long), typeof(double), typeof(decimal),
        typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid), typeof(Version), typeof(Uri),
        typeof(SecureString), typeof(PSCredential), typeof(Hashtable),
    ];

    /// <summary>The value's type; text when left out. Single values, their arrays, Hashtable, SecureString and PSCredential.</summary>
    [Parameter(Position = 1)]
    [Alias("ParameterType")]
    public Type Type { get; set; } = typeof(string);

    /// <summary>The allowed values.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[] ValidateSet { get; set; } = [];

    /// <summary>A secret: masked everywhere, never sent back.</summary>
    [Parameter]
    [Alias("Password")]
    public SwitchParameter Secret { get; set; }

    /// <inheritdoc/>
    private protected override (Type Type, FormFieldAttribute Field) Make()
    {
        // The engine makes a value of whatever type stands here, so only types without effects may.
        if (!Allowed.Contains(Type.IsArray ? Type.GetElementType()! : Type))
        {
            throw Raise(HostProblems.Unusable(CommandName, $"a form has no fields of type {TypeText.Of(Type)}.", "Use a text, and convert it in Init."));
        }

        return (Type, new FormFieldAttribute(FormFieldKind.Plain)
        {
            Label = Label,
            Choices = ValidateSet,
            DefaultValue = DefaultValue,
            IsHidden = Hidden,
            IsSecret = Secret || Type == typeof(SecureString),
        });
    }
}
