using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Audit;

/// <summary>Writes down what is no change of something that is kept, such as a sign-in.</summary>
internal sealed class AuditLog(ImmyDbContext database, TimeProvider time)
{
    /// <summary>Writes it at once.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what kind of thing, such as <c>user</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Names of the fields that it is about, separated by commas; never values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteAsync(Actor actor, AuditAction action, string subject, Guid? id, string? name, string? fields, CancellationToken cancellationToken)
    {
        database.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            Actor = actor.Name,
            ActorId = actor.Id,
            Address = actor.Address,
            Action = action,
            Subject = subject,
            SubjectId = id?.ToString(),
            SubjectName = name,
            Fields = fields,
        });
        return database.SaveChangesAsync(cancellationToken);
    }
}
