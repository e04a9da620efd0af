using Immy.Typed.Server.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Immy.Typed.Server.Storage;

/// <summary>The folder of a SQLite database, which one server has to itself.</summary>
internal sealed class DataFolder(ServerOptions options) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Takes the folder. The system gives it free when the process ends, however it ends.</summary>
    /// <exception cref="StartException">Another server has it.</exception>
    public void Take()
    {
        if (options.Database is { Length: > 0 })
        {
            // PostgreSQL looks after itself, and machines of a cluster may share what else is in the folder.
            return;
        }

        try
        {
            _lock = new FileStream(Path.Combine(options.DataFolder, "immy.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartException($"Another server works in the folder {Path.GetFullPath(options.DataFolder)}. Stop it, or give this one a folder of its own: --Server:DataFolder FOLDER.");
        }
    }

    /// <summary>Brings the database into its newest form.</summary>
    /// <exception cref="StartException">It is newer than this server.</exception>
    public static async Task MigrateAsync(ImmyDbContext database)
    {
        await RefuseNewerAsync(database);
        if (!database.Database.IsSqlite())
        {
            await database.Database.MigrateAsync();
            return;
        }

        // Entity Framework does this only where it makes the file itself. Without it readers keep a save from ending.
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'");

        // Entity Framework's lock stays when a process was killed while it had it; the folder is ours alone, so nobody else can.
        await database.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        await database.Database.MigrateAsync();
    }

    // What a newer server has changed this one would spoil. A database that does not exist yet has nothing applied.
    private static async Task RefuseNewerAsync(ImmyDbContext database)
    {
        if (!await database.GetService<IRelationalDatabaseCreator>().ExistsAsync())
        {
            return;
        }

        var unknown = (await database.Database.GetAppliedMigrationsAsync()).Except(database.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new StartException(
                $"The database has a form that this server (version {ProductVersion.Text}) does not know: {string.Join(", ", unknown)}. A newer server made it. Start that version or a newer one, or restore a backup that was made before: immy restore FILE --data FOLDER.");
        }
    }

    public void Dispose() => _lock?.Dispose();
}
