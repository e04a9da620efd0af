namespace Immy.Typed.Server.Agents;

/// <summary>Which agents are asked for; what is left out does not matter.</summary>
/// <param name="ProviderLinkId">Those of a provider link.</param>
/// <param name="ClientId">Those of a client, by its id in the remote system.</param>
/// <param name="TenantId">Those of a tenant.</param>
/// <param name="ComputerId">Those of a computer.</param>
/// <param name="State">Those that stand so.</param>
/// <param name="Online">Those that are connected, or not.</param>
/// <param name="Behind">Those whose version is older than their client's latest, or not.</param>
/// <param name="Name">Those whose names have this part.</param>
internal readonly record struct AgentFilter(Guid? ProviderLinkId, string? ClientId, Guid? TenantId, Guid? ComputerId, AgentState? State, bool? Online, bool? Behind, string? Name);
