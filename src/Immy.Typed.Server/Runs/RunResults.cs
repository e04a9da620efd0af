namespace Immy.Typed.Server.Runs;

/// <summary>Answers for long work.</summary>
internal static class RunResults
{
    /// <summary>202: the work goes on, and can be watched under the address in <c>Location</c>.</summary>
    public static IResult Accepted(Guid run) => TypedResults.Accepted($"/api/v1/runs/{run}", new AcceptedRun(run));
}
