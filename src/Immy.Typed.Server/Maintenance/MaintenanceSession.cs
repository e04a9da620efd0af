using Immy.Typed.Server.Computers;

namespace Immy.Typed.Server.Maintenance;

/// <summary>One maintenance of one computer: what its deployments ask for, done one after the other.</summary>
internal sealed class MaintenanceSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ComputerId { get; init; }

    public Computer? Computer { get; init; }

    /// <summary>The computer while the session has not ended, so that the database refuses a second one; null afterwards.</summary>
    public Guid? ActiveOn { get; set; }

    public WorkState State { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string CausedBy { get; init; }

    /// <summary>The process that runs it, as the cluster knows it.</summary>
    public required string Owner { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Since when a person wants it stopped.</summary>
    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>Its run; null until it begins.</summary>
    public Guid? RunId { get; set; }

    /// <summary>What there is to say of the outcome.</summary>
    public string? Message { get; set; }

    public List<MaintenanceAction> Actions { get; init; } = [];
}
