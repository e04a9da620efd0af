namespace Immy.Typed.Server.Maintenance;

/// <summary>A maintenance session that was begun.</summary>
/// <param name="RunId">Its run: <c>GET /api/v1/runs/{runId}</c> tells how it stands, <c>/events</c> what happens.</param>
/// <param name="SessionId">The session: <c>GET /api/v1/maintenance-sessions/{sessionId}</c>.</param>
internal sealed record AcceptedSession(Guid RunId, Guid SessionId);
