using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>Refuses, when a command runs, what <see cref="RefusedParameters"/> lists: a splatted table is known only then.</summary>
internal static class Refusal
{
    /// <summary>Ends the statement when a parameter was bound that is refused.</summary>
    public static void ThrowIfAny(PSCmdlet command)
    {
        foreach (var (name, value) in command.MyInvocation.BoundParameters)
        {
            if (RefusedParameters.Find(command.MyInvocation.MyCommand.Name, name, value) is { } refused)
            {
                Throw(command, LoadProblems.RefusedParameter(refused, null));
            }
        }
    }

    /// <summary>Ends the statement because of one parameter.</summary>
    public static Exception Of(PSCmdlet command, string parameter)
    {
        var refused = RefusedParameters.Find(command.MyInvocation.MyCommand.Name, parameter, null)
            ?? throw new InvalidOperationException($"{parameter} is on no list of refused parameters.");
        return Throw(command, LoadProblems.RefusedParameter(refused, null));
    }

    /// <summary>Ends the statement with a problem.</summary>
    public static Exception Throw(PSCmdlet command, ScriptProblem problem)
    {
        var exception = new ProblemException(problem);
        command.ThrowTerminatingError(exception.ErrorRecord);
        return exception;
    }
}
