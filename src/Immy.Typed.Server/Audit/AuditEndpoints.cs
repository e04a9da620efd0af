using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Audit;

/// <summary><c>/api/v1/audit</c>.</summary>
internal static class AuditEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/audit", ListAsync).WithTags("Audit").RequireAuthorization(nameof(Role.Administrator));

    private static Task<IResult> ListAsync(
        [AsParameters] PageRequest page,
        string? actor,
        AuditAction? action,
        string? subject,
        string? subjectId,
        DateTimeOffset? since,
        DateTimeOffset? until,
        ImmyDbContext database,
        CancellationToken cancellationToken)
    {
        var entries = database.Audit.AsNoTracking();
        entries = actor is null ? entries : entries.Where(entry => entry.Actor == actor);
        entries = action is null ? entries : entries.Where(entry => entry.Action == action);
        entries = subject is null ? entries : entries.Where(entry => entry.Subject == subject);
        entries = subjectId is null ? entries : entries.Where(entry => entry.SubjectId == subjectId);
        entries = since is null ? entries : entries.Where(entry => entry.At >= since);
        entries = until is null ? entries : entries.Where(entry => entry.At < until);
        return entries.PageAsync(page, PageOrder<AuditEntry>.Newest(static entry => entry.Id), static entry => AuditView.Of(entry), cancellationToken);
    }
}
