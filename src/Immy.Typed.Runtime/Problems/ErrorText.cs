using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Immy.Typed.Problems;

/// <summary>An engine error as text and place. Nothing here is masked yet.</summary>
internal static partial class ErrorText
{
    public static string Of(ErrorRecord record)
    {
        var text = record.ToString().Trim();
        return record.ErrorDetails?.Message is { Length: > 0 } details && details != text ? details.Trim() : text;
    }

    public static ScriptLocation? LocationOf(ErrorRecord record) => LocationOf(record.InvocationInfo);

    /// <summary>The place that the error's stack trace begins with: of what Write-Error raises, the invocation knows none.</summary>
    public static ScriptLocation? RaisedAt(ErrorRecord record)
    {
        var frame = Frame().Match(record.ScriptStackTrace ?? "");
        return frame.Success ? new(frame.Groups[1].Value, int.Parse(frame.Groups[2].Value, CultureInfo.InvariantCulture), 1) : null;
    }

    public static ScriptLocation? LocationOf(InvocationInfo? invocation)
        => string.IsNullOrEmpty(invocation?.ScriptName) || invocation.ScriptLineNumber < 1
            ? null
            : new(invocation.ScriptName, invocation.ScriptLineNumber, Math.Max(1, invocation.OffsetInLine));

    /// <summary>The problem that one of our cmdlets raised, when that is what the error is about.</summary>
    public static ScriptProblem? ProblemOf(Exception? exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is ProblemException problem)
            {
                return problem.Problem;
            }

            if (inner is RuntimeException { ErrorRecord.Exception: ProblemException recorded })
            {
                return recorded.Problem;
            }
        }

        return null;
    }

    // "at Get-Thing, Test.ps1: line 3", as the engine writes it; frames without a file are the session's own.
    [GeneratedRegex(@"^at [^\r\n]*, ([^<>\r\n]+): line (\d+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Frame();
}
