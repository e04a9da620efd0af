namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A new integration type, or a new version of one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Script">The text of the script.</param>
/// <param name="Note">What changed, for people.</param>
internal sealed record SaveIntegrationType(string? Name, string? Script, string? Note);
