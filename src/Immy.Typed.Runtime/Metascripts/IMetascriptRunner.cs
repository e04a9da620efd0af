using Immy.Typed.Actions;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Metascripts;

/// <summary>Runs scripts that work for an action, in sessions of the same kind as those of integrations.</summary>
public interface IMetascriptRunner
{
    /// <summary>Looks for what is wrong with a script, without running anything of it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Errors and warnings in the order of the script; empty when it may run.</returns>
    Task<IReadOnlyList<ScriptProblem>> CheckAsync(Metascript script, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a script in a session of its own: nothing of one script is left for the next. What it writes arrives while it
    /// runs, unmasked; whoever leaves early stops it.
    /// </summary>
    /// <param name="script">The script.</param>
    /// <param name="action">What it works for: the token commands and <c>Invoke-ImmyCommand</c> take all that they need from here.</param>
    /// <param name="observer">Sees this run, besides the host's own observers.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <exception cref="BlockException">The script failed, was stopped by its time limit, or never ran.</exception>
    IAsyncEnumerable<object?> RunAsync(Metascript script, ActionContext action, IRunObserver? observer = null, CancellationToken cancellationToken = default);
}
