namespace Immy.Typed.Server.Clients;

/// <summary>A client of a remote system as the API shows it.</summary>
internal sealed record ClientView(Guid Id, string ExternalClientId, string Name, Guid? TenantId, string? TenantName, DateTimeOffset? GoneAt);
