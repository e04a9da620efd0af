using System.Management.Automation;
using Immy.Typed.Calls;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Cmdlets;

/// <summary>A cmdlet that works inside a session of Immy.Typed and raises problems as errors.</summary>
public abstract class SessionCommand : PSCmdlet
{
    internal ScriptSession Session => field ??= SessionRegistry.Current;

    internal InstanceState Instance => Session.Instance;

    /// <summary>The call that runs now; null while a script is loaded.</summary>
    internal BlockCall? Call => Session.Current as BlockCall;

    /// <summary>The cmdlet's name, as messages show it.</summary>
    internal string CommandName => MyInvocation.MyCommand.Name;

    /// <summary>Ends the statement with a problem.</summary>
    internal Exception Raise(ScriptProblem problem)
    {
        ThrowTerminatingError(new ProblemException(problem).ErrorRecord);
        throw new ProblemException(problem);
    }

    /// <summary>Waits for host work; the script's time-out and cancellation end the wait.</summary>
    internal T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var stopped = Call?.Stopped ?? CancellationToken.None;
        try
        {
            return Begin(work, stopped).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // As an error it would end the statement only, and the script would go on until the session hears of the stop.
            throw new PipelineStoppedException();
        }
    }

    // What an action's script asks for belongs to whoever runs the script: its run, its trace.
    private Task<T> Begin<T>(Func<CancellationToken, Task<T>> work, CancellationToken stopped)
    {
        if (Call?.CallersContext is not { } context)
        {
            return Task.Run(() => work(stopped), stopped);
        }

        Task<T>? begun = null;
        ExecutionContext.Run(context, _ => begun = Task.Run(() => work(stopped), stopped), null);
        return begun!;
    }
}
