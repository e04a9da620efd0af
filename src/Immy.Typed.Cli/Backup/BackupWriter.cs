using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Immy.Typed.Cli.CommandLine;
using Microsoft.Data.Sqlite;

namespace Immy.Typed.Cli.Backup;

/// <summary>Writes the data of a server into one file, while the server may go on.</summary>
internal static class BackupWriter
{
    /// <summary>Writes it; the file is there whole, or not at all.</summary>
    /// <returns>How many files it holds.</returns>
    /// <exception cref="UsageException">There is nothing to back up, or the file is there already.</exception>
    public static int Write(DataFiles data, string file, bool overwrites)
    {
        if (!File.Exists(data.Database))
        {
            throw new UsageException(
                $"There is no {DataFiles.DatabaseName} in {data.Folder}. Name the server's data folder: --data FOLDER. A server on PostgreSQL is backed up by pg_dump, together with the folder of its keys.");
        }

        if (data.KeyFiles.Count == 0)
        {
            throw new UsageException($"There are no keys in {data.Keys}, and without them no secret can be read again. Name their folder: --keys FOLDER (Server:KeyFolder).");
        }

        if (File.Exists(file) && !overwrites)
        {
            throw new UsageException($"{file} is there already. Give another name, or --force to replace it.");
        }

        var whole = file + ".part";
        var copy = file + ".db.part";
        try
        {
            Create(copy).Dispose();
            var count = WriteArchive(data, copy, CopyDatabase(data.Database, copy), whole);
            File.Move(whole, file, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(whole);
        }
    }

    // SQLite's own backup: a state of the database in which nothing is half-saved, whatever a server does meanwhile.
    private static string? CopyDatabase(string database, string copy)
    {
        using var source = Open(database, SqliteOpenMode.ReadWrite);
        using var target = Open(copy, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        return DatabaseForms.Of(target);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static int WriteArchive(DataFiles data, string database, string? form, string file)
    {
        using var archive = new ZipArchive(Create(file), ZipArchiveMode.Create);
        var files = new Dictionary<string, string> { [DataFiles.DatabaseName] = Add(archive, database, DataFiles.DatabaseName) };
        foreach (var key in data.KeyFiles)
        {
            var name = $"{DataFiles.KeysName}/{Path.GetFileName(key)}";
            files[name] = Add(archive, key, name);
        }

        using var manifest = archive.CreateEntry(BackupManifest.FileName).Open();
        JsonSerializer.Serialize(manifest, new BackupManifest(BackupManifest.CurrentFormat, DateTimeOffset.UtcNow, files, form, DatabaseForms.Product));
        return files.Count;
    }

    // It holds the keys to all secrets, so nobody else may read it.
    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }

    private static string Add(ZipArchive archive, string file, string name)
    {
        archive.CreateEntryFromFile(file, name, CompressionLevel.Fastest);
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
