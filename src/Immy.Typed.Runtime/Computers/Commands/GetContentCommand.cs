using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Get-Content over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = ByPath)]
internal sealed class GetContentCommand : PathCommand
{
    /// <summary>The whole text instead of its lines.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Only so many lines.</summary>
    [Parameter]
    [Alias("First", "Head")]
    public int TotalCount { get; set; } = int.MaxValue;

    /// <summary>Accepted; text is text here.</summary>
    [Parameter]
    public string? Encoding { get; set; }

    private protected override void Process(InMemoryItem item)
    {
        if (item.Text is null)
        {
            WriteError(new ErrorRecord(new UnauthorizedAccessException($"Access to the path '{item.Path}' is denied."), "GetContentReaderUnauthorizedAccessError", ErrorCategory.PermissionDenied, item.Path));
        }
        else if (Raw)
        {
            WriteObject(item.Text);
        }
        else
        {
            using var reader = new StringReader(item.Text);
            for (var count = 0; count < TotalCount && reader.ReadLine() is { } line; count++)
            {
                WriteObject(line);
            }
        }
    }
}
