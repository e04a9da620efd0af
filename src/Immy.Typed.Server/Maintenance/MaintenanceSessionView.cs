namespace Immy.Typed.Server.Maintenance;

/// <summary>A maintenance session as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ComputerId">The computer.</param>
/// <param name="ComputerName">The computer's name.</param>
/// <param name="State">How it stands.</param>
/// <param name="CausedBy">Who asked for it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="RunId">Its run; those of its actions are parts of it.</param>
/// <param name="Message">What there is to say of the outcome.</param>
/// <param name="Actions">Its actions in their order; null in lists.</param>
internal sealed record MaintenanceSessionView(
    Guid Id,
    Guid ComputerId,
    string ComputerName,
    WorkState State,
    string CausedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    Guid? RunId,
    string? Message,
    IReadOnlyList<MaintenanceActionView>? Actions);
