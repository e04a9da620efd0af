namespace Immy.Typed.Server.Audit;

/// <summary>An audit entry as the API shows it.</summary>
internal sealed record AuditView(
    Guid Id, DateTimeOffset At, string Actor, Guid? ActorId, string? Address, AuditAction Action, string Subject, string? SubjectId, string? SubjectName, IReadOnlyList<string> Fields)
{
    public static AuditView Of(AuditEntry entry) => new(
        entry.Id, entry.At, entry.Actor, entry.ActorId, entry.Address, entry.Action, entry.Subject, entry.SubjectId, entry.SubjectName, entry.Fields?.Split(", ") ?? []);
}
