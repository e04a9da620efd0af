using System.Collections.ObjectModel;
using System.Management.Automation;
using Immy.Typed.ScriptAttributes;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a field of the configuration form in <c>dynamicparam</c> of Init. Init finds its value in <c>$PSBoundParameters</c>.</summary>
public abstract class FieldCommand : SessionCommand
{
    /// <summary>The field's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public required string Name { get; set; }

    /// <summary>The field's label; its name when left out.</summary>
    [Parameter]
    [Alias("DisplayName")]
    public string? Label { get; set; }

    /// <summary>The help text, Markdown.</summary>
    [Parameter]
    public string? HelpMessage { get; set; }

    /// <summary>Init does not run without a value.</summary>
    [Parameter]
    public SwitchParameter Mandatory { get; set; }

    /// <summary>The field's place among the others.</summary>
    [Parameter]
    public int Position { get; set; } = int.MinValue;

    /// <summary>The value that the field starts with.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? DefaultValue { get; set; }

    /// <summary>Does not show the field.</summary>
    [Parameter]
    public SwitchParameter Hidden { get; set; }

    /// <summary>Accepts null for a value.</summary>
    [Parameter]
    public SwitchParameter AllowNull { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var (type, field) = Make();
        var attributes = new Collection<Attribute> { Parameter(), field };
        if (AllowNull)
        {
            attributes.Add(new AllowNullAttribute());
        }

        if (field.IsSecret)
        {
            attributes.Add(new PasswordAttribute { StripValue = true });
            foreach (var text in SecretTexts.Of(Instance.FormData[Name]))
            {
                // Only now is it known that the value, which Init is about to get, is a secret.
                Instance.Mask.Add(text);
            }
        }

        if (field.Choices.Count > 0)
        {
            attributes.Add(new ValidateSetAttribute([.. field.Choices]));
        }

        var parameter = new RuntimeDefinedParameter(Name, type, attributes);
        if (DefaultValue is not null)
        {
            // Scripts read the value of a field that nobody filled in; it is still not bound.
            parameter.Value = DefaultValue;
            parameter.IsSet = false;
        }

        FieldWriter.Write(this, parameter);
    }

    /// <summary>The type of the value, and what the form shows.</summary>
    private protected abstract (Type Type, FormFieldAttribute Field) Make();

    private ParameterAttribute Parameter()
    {
        var parameter = new ParameterAttribute { Mandatory = Mandatory, Position = Position };

        // The engine refuses an empty help message.
        if (!string.IsNullOrEmpty(HelpMessage))
        {
            parameter.HelpMessage = HelpMessage;
        }

        return parameter;
    }
}
