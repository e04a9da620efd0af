using System.Management.Automation;

namespace Immy.Typed.Problems;

/// <summary>An engine error as text and place. Nothing here is masked yet.</summary>
internal static class ErrorText
{
    public static string Of(ErrorRecord record)
    {
        var text = record.ToString().Trim();
        return record.ErrorDetails?.Message is { Length: > 0 } details && details != text ? details.Trim() : text;
    }

    public static ScriptLocation? LocationOf(ErrorRecord record) => LocationOf(record.InvocationInfo);

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
}
