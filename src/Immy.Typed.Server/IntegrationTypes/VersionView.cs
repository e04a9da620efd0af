namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A version of an integration type, without its script.</summary>
internal sealed record VersionView(int Number, string Author, string? Note, DateTimeOffset CreatedAt);
