using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Test-Path over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = ByPath)]
internal sealed class TestPathCommand : PathCommand
{
    /// <summary>Any, Container or Leaf.</summary>
    [Parameter]
    [ValidateSet("Any", "Container", "Leaf")]
    public string PathType { get; set; } = "Any";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == ByLiteralPath;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            WriteObject(Tables.Find(path, isLiteral).Any(IsOfType));
        }
    }

    private protected override void Process(InMemoryItem item) => throw new NotSupportedException();

    private bool IsOfType(InMemoryItem item) => PathType.ToUpperInvariant() switch
    {
        "CONTAINER" => item.IsContainer,
        "LEAF" => !item.IsContainer,
        _ => true,
    };
}
