namespace Immy.Typed.Server.Runs;

/// <summary>Queries of runs that their indexes answer.</summary>
internal static class RunQueries
{
    /// <summary>Those in a state.</summary>
    public static IQueryable<Run> InState(this IQueryable<Run> runs, RunState state)

        // The index of states leaves Ok out, and says so in these words; a database takes it only where a query says the same.
        => state == RunState.Ok ? runs.Where(static run => run.State == RunState.Ok) : runs.Where(run => run.State != RunState.Ok && run.State == state);
}
