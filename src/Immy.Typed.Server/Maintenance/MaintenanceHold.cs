using Immy.Typed.Server.Agents;

namespace Immy.Typed.Server.Maintenance;

/// <summary>An agent that may be in maintenance mode because of a session; it stays until the mode is known to have ended.</summary>
internal sealed class MaintenanceHold
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    public MaintenanceSession? Session { get; init; }

    public required Guid AgentId { get; init; }

    public RemoteAgent? Agent { get; init; }

    /// <summary>Why the mode could not be ended when that was tried last.</summary>
    public string? LastError { get; set; }
}
