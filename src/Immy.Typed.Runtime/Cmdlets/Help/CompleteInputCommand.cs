using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Completes a piece of script as an editor does on Tab. Its alias is TabExpansion2, the name by which hosts ask for it.</summary>
/// <example>
/// <code>
/// (Complete-Input 'New-IntegrationAg').CompletionMatches.CompletionText
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Complete, "Input")]
[OutputType(typeof(CommandCompletion))]
public sealed class CompleteInputCommand : PSCmdlet
{
    /// <summary>The piece of script.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public required string InputScript { get; set; }

    /// <summary>Where the cursor stands in it; without it, at its end.</summary>
    [Parameter(Position = 1)]
    public int? CursorColumn { get; set; }

    /// <summary>PowerShell's options of completion.</summary>
    [Parameter(Position = 2)]
    public Hashtable? Options { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // A session has no files, so nothing is relative to a current folder.
        var options = new Hashtable(Options ?? [], StringComparer.OrdinalIgnoreCase) { ["RelativePaths"] = false };
        var errors = SessionState.PSVariable.GetValue("Error") as ArrayList;
        var known = errors?.Count ?? 0;
        var cursor = Math.Clamp(CursorColumn ?? InputScript.Length, 0, InputScript.Length);
        try
        {
            WriteObject(CommandCompletion.CompleteInput(InputScript, cursor, options));
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // The engine's completion trips over some unfinished words; an editor then offers nothing.
            WriteVerbose(exception.Message);
            WriteObject(new CommandCompletion([], -1, cursor, 0));
        }
        finally
        {
            // The engine looks for commands that a session does not have; that is no error of the script's.
            errors?.RemoveRange(0, Math.Max(0, errors.Count - known));
        }
    }
}
