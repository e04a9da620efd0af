namespace Immy.Typed.Server.Modules;

/// <summary>A new module script, or a new version of one.</summary>
/// <param name="Script">The text of the script.</param>
/// <param name="Note">What changed, for people.</param>
internal sealed record SaveModule(string? Script, string? Note);
