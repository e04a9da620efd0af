namespace Immy.Typed.Server.Tenants;

/// <summary>A tenant as the API shows it.</summary>
internal sealed record TenantView(Guid Id, string Name);
