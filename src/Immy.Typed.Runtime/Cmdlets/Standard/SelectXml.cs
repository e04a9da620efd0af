using System.Collections;
using System.Management.Automation;
using System.Xml;
using Immy.Typed.Sessions.Records;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Finds nodes in XML by XPath: PowerShell's own command, for texts and documents instead of files.</summary>
[Cmdlet(VerbsCommon.Select, "Xml", DefaultParameterSetName = Documents)]
[OutputType(typeof(SelectXmlInfo))]
internal sealed class SelectXml : PSCmdlet
{
    private const string Documents = "Xml";
    private const string Texts = "Content";

    private static readonly CmdletInfo Engine = new("Select-Xml", typeof(SelectXmlCommand));

    /// <summary>The XPath expression.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public required string XPath { get; set; }

    /// <summary>The documents or nodes.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = Documents)]
    [Alias("Node")]
    public XmlNode[]? Xml { get; set; }

    /// <summary>The texts of documents.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = Texts)]
    public string[]? Content { get; set; }

    /// <summary>The namespaces by the prefixes that the expression uses.</summary>
    [Parameter]
    public Hashtable? Namespace { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(Engine).AddParameter(nameof(XPath), XPath).AddParameter(nameof(Xml), Xml ?? [.. (Content ?? []).Select(static text => new XmlContent(text))]);
        if (Namespace is not null)
        {
            shell.AddParameter(nameof(Namespace), Namespace);
        }

        WriteObject(shell.Invoke(), enumerateCollection: true);
        foreach (var error in shell.Streams.Error)
        {
            WriteError(error);
        }
    }
}
