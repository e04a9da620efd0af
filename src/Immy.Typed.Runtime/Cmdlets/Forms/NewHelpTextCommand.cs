using System.Collections.ObjectModel;
using System.Management.Automation;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a text to read in the form, in <c>dynamicparam</c> of Init; there is nothing to fill in.</summary>
/// <example>
/// <code>
/// New-HelpText -Name Note -HelpMessage 'Make the key under **Settings > API**.'
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "HelpText")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewHelpTextCommand : SessionCommand
{
    /// <summary>A name that no other field has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public required string Name { get; set; }

    /// <summary>The text, Markdown.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public required string HelpMessage { get; set; }

    /// <summary>The text's place among the fields.</summary>
    [Parameter]
    public int Position { get; set; } = int.MinValue;

    /// <inheritdoc/>
    protected override void EndProcessing() => FieldWriter.Write(this, new RuntimeDefinedParameter(Name, typeof(string), new Collection<Attribute>
    {
        new ParameterAttribute { HelpMessage = HelpMessage, Position = Position },
        new FormFieldAttribute(FormFieldKind.HelpText),
    }));
}
