namespace Immy.Typed.Server.Agents;

/// <summary>Where the remote system's console shows an agent.</summary>
/// <param name="Url">The address; null when it shows none.</param>
internal sealed record AgentUrl(string? Url);
