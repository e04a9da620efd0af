using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Immy.Typed.Server.Audit;

/// <summary>
/// Writes down what is changed of what people edit, in the transaction of the change itself: neither is there without the
/// other. Without a request the actor is whoever caused the run that changes it, or the server.
/// </summary>
internal sealed class AuditInterceptor(IHttpContextAccessor requests, TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void Write(DbContext? database)
    {
        if (database is null)
        {
            return;
        }

        var person = Actor.Of(requests.HttpContext);
        var actor = person ?? Actor.OfWork();
        foreach (var entry in database.ChangeTracker.Entries().Where(static entry => entry.Entity is IStamped or IAudited).ToList())
        {
            if ((person is null && IsOfRemoteSystem(entry) ? null : Changes.Of(entry)) is { } change)
            {
                database.Add(EntryOf(actor, entry, change.Action, change.Fields));
            }
        }
    }

    // A sync takes over thousands, and its run says what changed.
    private static bool IsOfRemoteSystem(EntityEntry entry)
        => entry.Entity is IAudited { FieldsOfPeople: { } fields } && (entry.State != EntityState.Modified || !fields.Any(field => entry.Property(field).IsModified));

    private AuditEntry EntryOf(Actor actor, EntityEntry entry, AuditAction action, string? fields) => new()
    {
        At = time.GetUtcNow(),
        Actor = actor.Name,
        ActorId = actor.Id,
        Address = actor.Address,
        Action = action,
        Subject = Subjects.NameOf(entry.Metadata.ClrType),
        SubjectId = string.Join(' ', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue)),
        SubjectName = Subjects.NameOf(entry),
        Fields = fields,
    };
}
