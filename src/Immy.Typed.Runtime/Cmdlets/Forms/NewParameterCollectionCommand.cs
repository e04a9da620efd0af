using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes one collection of the form's fields, as <c>dynamicparam</c> of Init writes it.</summary>
/// <example>
/// Two fields that the form has only where they are needed.
/// <code>
/// $Integration = New-DynamicIntegration -Init {
///     [CmdletBinding()]
///     param([ValidateSet('Cloud', 'Own server')][string]$Hosting = 'Cloud')
///     dynamicparam {
///         if ($Hosting -eq 'Own server') {
///             New-ParameterCollection @(
///                 New-Parameter -Name Server -Type ([Uri]) -Mandatory
///                 New-Parameter -Name ApiKey -Secret -Mandatory
///             )
///         }
///     }
///     end {
///         $IntegrationContext.Server = if ($PSBoundParameters.Server) { $PSBoundParameters.Server } else { [Uri]'https://cloud.acme.example' }
///         [OpResult]::Ok()
///     }
/// } -HealthCheck { New-HealthyResult }
/// return $Integration
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "ParameterCollection")]
[OutputType(typeof(RuntimeDefinedParameterDictionary))]
public sealed class NewParameterCollectionCommand : SessionCommand
{
    private readonly RuntimeDefinedParameterDictionary _fields = [];

    /// <summary>What New-Parameter and its relatives return, or collections of it; nothing is left out silently but null.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Parameter", "Parameters")]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => FieldWriter.Write(this, _fields);

    private void Add(object? given)
    {
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case null:
                break;
            case RuntimeDefinedParameter field:
                FieldWriter.Add(this, _fields, field);
                break;
            case RuntimeDefinedParameterDictionary several:
                Add(several.Values.ToArray<object>());
                break;
            case object?[] several:
                foreach (var one in several)
                {
                    Add(one);
                }

                break;
            default:
                throw Raise(HostProblems.NotAField("New-ParameterCollection", TypeText.Of(given)));
        }
    }
}
