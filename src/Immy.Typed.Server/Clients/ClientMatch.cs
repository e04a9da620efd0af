namespace Immy.Typed.Server.Clients;

/// <summary>What matching clients and tenants by name gave.</summary>
/// <param name="Mapped">Clients that are mapped now.</param>
/// <param name="Unmatched">Names of clients that no tenant, or more than one, has: a person maps them.</param>
internal sealed record ClientMatch(IReadOnlyList<ClientView> Mapped, IReadOnlyList<string> Unmatched);
