namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A version to take up again.</summary>
/// <param name="Note">Why, for people; by default the number of the version.</param>
internal sealed record RollBack(string? Note);
