namespace Immy.Typed.Server.Agents;

/// <summary>An agent as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProviderLinkId">The provider link that lists it.</param>
/// <param name="ExternalAgentId">Its id in the remote system.</param>
/// <param name="ExternalClientId">Its client there.</param>
/// <param name="TenantId">The tenant that the client is mapped to.</param>
/// <param name="Name">The name of its computer there.</param>
/// <param name="SerialNumber">The computer's serial number.</param>
/// <param name="OSName">The operating system.</param>
/// <param name="Manufacturer">The maker of the computer.</param>
/// <param name="AgentVersion">The version of the agent.</param>
/// <param name="LatestVersion">The version that agents of its client should have; null when that is not known.</param>
/// <param name="IsBehind">Whether its version is older than that; null when one of them is not known.</param>
/// <param name="IsOnline">Whether it is connected; null when the remote system does not tell.</param>
/// <param name="SupportsRunningScripts">Whether scripts can be run by way of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="NeedsPerson">Why a person must say which computer it is.</param>
/// <param name="ComputerId">Its computer.</param>
/// <param name="ComputerName">The computer's name.</param>
/// <param name="FirstSeenAt">When it was listed first.</param>
/// <param name="GoneAt">Since when it is not listed any more.</param>
internal sealed record AgentView(
    Guid Id,
    Guid ProviderLinkId,
    string ExternalAgentId,
    string? ExternalClientId,
    Guid? TenantId,
    string Name,
    string? SerialNumber,
    string? OSName,
    string? Manufacturer,
    string? AgentVersion,
    string? LatestVersion,
    bool? IsBehind,
    bool? IsOnline,
    bool SupportsRunningScripts,
    AgentState State,
    string? NeedsPerson,
    Guid? ComputerId,
    string? ComputerName,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? GoneAt);
