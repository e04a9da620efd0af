using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>
/// Adds query parameters to an address. The query that is there is kept; names and values are encoded, a list becomes a
/// repeated name, and a name whose value is null is left out.
/// </summary>
/// <example>
/// The address comes from the pipeline; a list becomes a repeated name.
/// <code>
/// [Uri]'https://acme.example/agents?limit=100' | Add-UriQueryParameter @{ site = 7, 8; search = 'R&amp;D' }
/// </code>
/// </example>
/// <example>
/// A parameter that is there already is replaced.
/// <code>
/// Add-UriQueryParameter -Uri 'https://acme.example/agents?page=1' -Parameter @{ page = 2 } -OverwriteParameters
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Add, "UriQueryParameter", DefaultParameterSetName = Named)]
[OutputType(typeof(Uri))]
public sealed class AddUriQueryParameterCommand : PSCmdlet
{
    private const string Named = nameof(Named);
    private const string Piped = nameof(Piped);

    /// <summary>The address.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = Piped)]
    public required Uri Uri { get; set; }

    /// <summary>The parameters: names and values.</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [Alias("Parameters", "QueryParameter")]
    [AllowNull]
    [AllowEmptyCollection]
    public IDictionary? Parameter { get; set; }

    /// <summary>Replaces parameters of the same name, in any case, instead of adding to them.</summary>
    [Parameter]
    [Alias("OverwriteParameter", "Overwrite")]
    public SwitchParameter OverwriteParameters { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(UriQuery.Add(Uri, Parameter ?? new Hashtable(), OverwriteParameters));
}
