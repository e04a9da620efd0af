namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A version of a script.</summary>
/// <param name="Number">The number, from 1.</param>
/// <param name="Author">Who saved it.</param>
/// <param name="Note">What changed, for people.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="Script">Its text; null in lists.</param>
internal sealed record VersionView(int Number, string Author, string? Note, DateTimeOffset CreatedAt, string? Script);
