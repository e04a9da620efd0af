using Immy.Typed.Server.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Immy.Typed.Server.Storage;

/// <summary>
/// Holds every text to the length that its column has, which SQLite does not do, and keeps what scripts and remote systems write as PostgreSQL takes it: without zero
/// characters and halves of characters.
/// </summary>
internal sealed class TextInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Check(DbContext? database)
    {
        foreach (var entry in database?.ChangeTracker.Entries().Where(static entry => entry.State is EntityState.Added or EntityState.Modified) ?? [])
        {
            foreach (var property in entry.Properties)
            {
                Check(entry, property);
            }
        }
    }

    private static void Check(EntityEntry entry, PropertyEntry property)
    {
        if (property.CurrentValue is not string text || (entry.State == EntityState.Modified && !property.IsModified))
        {
            return;
        }

        if (RunText.Of(text) is var plain && plain != text && !property.Metadata.IsKey())
        {
            property.CurrentValue = plain;
        }

        if (property.Metadata.GetMaxLength() is { } longest && plain.Length > longest)
        {
            throw new TextTooLongException(property.Metadata.Name, plain.Length, longest);
        }
    }
}
