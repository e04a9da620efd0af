using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Storage;

/// <summary>The state of something that people edit, as an ETag: whoever saves says which one was read.</summary>
internal static class Stamp
{
    public static string Next() => Guid.NewGuid().ToString("N")[..16];

    /// <summary>Gives every changed thing a new stamp, and lets the database refuse it when another one came first.</summary>
    public static void Renew(DbContext database)
    {
        foreach (var entry in database.ChangeTracker.Entries<IStamped>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Entity.Stamp = Next();
            }
        }
    }
}
