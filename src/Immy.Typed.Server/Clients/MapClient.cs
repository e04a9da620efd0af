namespace Immy.Typed.Server.Clients;

/// <summary>The tenant that a client is mapped to; null to map it to none.</summary>
internal sealed record MapClient(Guid? TenantId);
