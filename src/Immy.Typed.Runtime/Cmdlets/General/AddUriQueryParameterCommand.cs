using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>
/// Adds query parameters to an address. The query that is there is kept; names and values are encoded, a list becomes a
/// repeated name, and a name whose value is null is left out.
/// </summary>
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
