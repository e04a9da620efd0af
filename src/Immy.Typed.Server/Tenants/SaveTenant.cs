namespace Immy.Typed.Server.Tenants;

/// <summary>A tenant to make or rename.</summary>
internal sealed record SaveTenant(string? Name);
