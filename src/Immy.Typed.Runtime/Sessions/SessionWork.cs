using System.Management.Automation;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Sessions;

/// <summary>One piece of work for a session's thread. Its <see cref="ToString"/> says what it is, so that a queue can be read.</summary>
internal abstract class SessionWork
{
    private static readonly TaskCompletionSource Done = Completed();

    // Made only for those who wait; most calls are seen to end before anybody has to.
    private TaskCompletionSource? _completion;

    /// <summary>Completes when the session is done with the work; never faulted: outcomes are the work's own.</summary>
    public Task Completion
    {
        get
        {
            if (Volatile.Read(ref _completion) is { } known)
            {
                return known.Task;
            }

            var created = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _completion, created, null) ?? created).Task;
        }
    }

    /// <summary>True when the session is done with the work.</summary>
    public bool IsCompleted => Volatile.Read(ref _completion) == Done;

    /// <summary>Where the script begins that is invoked directly; null otherwise.</summary>
    public ScriptLocation? Location { get; protected set; }

    /// <summary>What went wrong in <see cref="Accept"/>. Thrown there, it would end the session's pipeline; the work looks at it when the script is back.</summary>
    public Exception? OutputFailure { get; set; }

    /// <summary>Errors that the work wrote, to tell them from those that the script caught.</summary>
    public RecentErrors WrittenErrors => field ??= new RecentErrors();

    /// <summary>True once somebody asked to stop it, even before it began: then it never begins.</summary>
    public bool IsStopRequested { get; set; }

    /// <summary>Runs on the session's thread, inside its pipeline.</summary>
    /// <param name="session">The session.</param>
    /// <param name="pipeline">The cmdlet through which script blocks are invoked.</param>
    public abstract void Execute(ScriptSession session, PSCmdlet pipeline);

    /// <summary>Takes one object that the script wrote to its pipeline.</summary>
    /// <param name="value">The object.</param>
    /// <param name="session">The session.</param>
    public abstract void Accept(object? value, ScriptSession session);

    /// <summary>Takes a record that the script wrote, already masked.</summary>
    /// <param name="record">The record.</param>
    /// <param name="error">The engine's record, when it is an error.</param>
    public abstract void Receive(StreamRecord record, ErrorRecord? error);

    /// <summary>The work could not be done, for a reason that it did not expect.</summary>
    /// <param name="exception">The reason.</param>
    public abstract void Crashed(Exception exception);

    /// <summary>The work was stopped before it began.</summary>
    public virtual void StoppedBeforeStart()
    {
    }

    /// <summary>The session is done with the work.</summary>
    public void Finish()
    {
        try
        {
            Finished();
        }
        finally
        {
            // Whatever happens: its caller must not wait for ever.
            Interlocked.Exchange(ref _completion, Done)?.TrySetResult();
        }
    }

    /// <summary>Looks a moment whether the work ends; false when it takes longer.</summary>
    public bool LookForEnd()
    {
        var look = new Look();
        while (!IsCompleted)
        {
            if (!look.GoesOn())
            {
                return IsCompleted;
            }
        }

        return true;
    }

    /// <summary>The session is done with the work, and nobody knows yet.</summary>
    protected virtual void Finished()
    {
    }

    /// <summary>What the work is.</summary>
    public abstract override string ToString();

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
