using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Join-Path with Windows separators.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
internal sealed class JoinPathCommand : PSCmdlet
{
    /// <summary>The folders.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public required string[] Path { get; set; }

    /// <summary>What is below.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public required string ChildPath { get; set; }

    /// <summary>What is below that.</summary>
    [Parameter(Position = 2, ValueFromRemainingArguments = true)]
    public string[] AdditionalChildPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            WriteObject(AdditionalChildPath.Prepend(ChildPath).Aggregate(path, WindowsPath.Join));
        }
    }
}
