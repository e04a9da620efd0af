namespace Immy.Typed.Server.Runs;

/// <summary>Long work that was begun.</summary>
/// <param name="RunId">The run: <c>GET /api/v1/runs/{runId}</c> tells how it stands, <c>/events</c> what happens.</param>
internal sealed record AcceptedRun(Guid RunId);
