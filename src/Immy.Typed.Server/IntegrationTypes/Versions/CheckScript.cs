namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A script to check as the next version of a type.</summary>
/// <param name="Script">The text of the script.</param>
internal sealed record CheckScript(string? Script);
