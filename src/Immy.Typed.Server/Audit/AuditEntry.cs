namespace Immy.Typed.Server.Audit;

/// <summary>Who did what, when, to what. Never a value: only names of fields.</summary>
internal sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    /// <summary>The user's or API key's name; <c>server</c> for the server itself.</summary>
    public required string Actor { get; init; }

    /// <summary>The user's or API key's id; null for the server and for nobody.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>Such as <c>provider-link</c>.</summary>
    public required string Subject { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The subject's name at that time.</summary>
    public string? SubjectName { get; init; }

    /// <summary>Names of the fields that were changed or used, separated by commas.</summary>
    public string? Fields { get; init; }
}
