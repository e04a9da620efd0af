using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Split-Path on Windows paths.</summary>
[Cmdlet(VerbsCommon.Split, "Path")]
internal sealed class SplitPathCommand : PSCmdlet
{
    /// <summary>The paths.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("LiteralPath")]
    public required string[] Path { get; set; }

    /// <summary>The folder; this is what happens without a switch, too.</summary>
    [Parameter]
    public SwitchParameter Parent { get; set; }

    /// <summary>The last part.</summary>
    [Parameter]
    public SwitchParameter Leaf { get; set; }

    /// <summary>The last part without its ending.</summary>
    [Parameter]
    public SwitchParameter LeafBase { get; set; }

    /// <summary>The ending.</summary>
    [Parameter]
    public SwitchParameter Extension { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var leaf = WindowsPath.LeafOf(path.Replace('/', '\\').TrimEnd('\\'));
            WriteObject(Leaf ? leaf
                : LeafBase ? System.IO.Path.GetFileNameWithoutExtension(leaf)
                : Extension ? System.IO.Path.GetExtension(leaf)
                : WindowsPath.ParentOf(path.Replace('/', '\\')) ?? "");
        }
    }
}
