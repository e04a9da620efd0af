using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Computers;

namespace Immy.Typed.Server.Agents;

/// <summary>An agent that a remote system lists, and the computer that it runs on, once that is known.</summary>
internal sealed class RemoteAgent : IAudited
{
    private static readonly string[] FieldsOfPeople = [nameof(ComputerId), nameof(NeedsPerson)];

    IReadOnlyCollection<string> IAudited.FieldsOfPeople => FieldsOfPeople;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ProviderLinkId { get; init; }

    public required string ExternalAgentId { get; init; }

    /// <summary>The client that it belongs to there; null when the remote system does not say.</summary>
    public string? ExternalClientId { get; set; }

    public required string Name { get; set; }

    public string? SerialNumber { get; set; }

    public string? OSName { get; set; }

    public string? Manufacturer { get; set; }

    public string? AgentVersion { get; set; }

    /// <summary>Whether the version is older than its client's latest; null when one of them is not known.</summary>
    public bool? IsBehind { get; set; }

    public bool IsOnline { get; set; }

    public bool SupportsOnlineStatus { get; set; }

    public bool SupportsRunningScripts { get; set; }

    public Guid? ComputerId { get; set; }

    public Computer? Computer { get; init; }

    /// <summary>Why a person must say which computer it is; null while the server tries by itself.</summary>
    public string? NeedsPerson { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Since when the remote system does not list it any more. Kept, so that one that returns is the same agent with its computer.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}
