using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Backup;

/// <summary>Puts a backup in the place of a server's data. What was there is kept beside it.</summary>
internal static class BackupReader
{
    /// <summary>Restores it; nothing is changed before all of it was read and found right.</summary>
    /// <returns>The folder with what was there before; null when there was nothing.</returns>
    /// <exception cref="UsageException">The file is no backup, is damaged, or there are data that it would replace.</exception>
    public static string? Restore(string file, DataFiles data, bool replaces)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}.");
        }

        using var taken = data.Take();
        if ((File.Exists(data.Database) || data.KeyFiles.Count > 0) && !replaces)
        {
            throw new UsageException($"There are data in {data.Folder} already, or keys in {data.Keys}. Give another folder with --data, or --force to replace them; they are kept beside the restored ones.");
        }

        var fresh = Directory.CreateDirectory(Path.Combine(data.Folder, $".restore-{Guid.NewGuid():N}")).FullName;
        try
        {
            Extract(file, fresh);
            return Swap(data, fresh);
        }
        finally
        {
            Directory.Delete(fresh, recursive: true);
        }
    }

    private static void Extract(string file, string folder)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            var manifest = ReadManifest(archive, file);
            foreach (var (name, hash) in manifest.Files)
            {
                // Only names that a backup has, so that no other path is ever written.
                if (name != DataFiles.DatabaseName && (Path.GetDirectoryName(name) != DataFiles.KeysName || Path.GetFileName(name) is "" or ".."))
                {
                    throw new UsageException($"{file} is no backup: it holds '{name}', which no backup has.");
                }

                var target = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                (archive.GetEntry(name) ?? throw new UsageException($"{file} is damaged: '{name}' is missing.")).ExtractToFile(target);
                using var content = File.OpenRead(target);
                if (Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
                {
                    throw new UsageException($"{file} is damaged: '{name}' is not what was backed up. Nothing was changed.");
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw new UsageException($"{file} is no backup, or is damaged: {exception.Message} Nothing was changed.");
        }
    }

    private static BackupManifest ReadManifest(ZipArchive archive, string file)
    {
        using var content = (archive.GetEntry(BackupManifest.FileName) ?? throw new UsageException($"{file} is no backup: it has no {BackupManifest.FileName}.")).Open();
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(content);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest?.Files?.ContainsKey(DataFiles.DatabaseName) != true)
        {
            throw new UsageException($"{file} is no backup, or is damaged: its {BackupManifest.FileName} names no {DataFiles.DatabaseName}. Nothing was changed.");
        }

        if (manifest.Format > BackupManifest.CurrentFormat)
        {
            throw new UsageException($"{file} was made by a newer immy (format {manifest.Format}, this one reads {BackupManifest.CurrentFormat}). Update immy.");
        }

        return manifest.Schema is null || DatabaseForms.Known.Contains(manifest.Schema)
            ? manifest
            : throw new UsageException(
                $"{file} was made by immy {manifest.Product}, of a database in the form {manifest.Schema}, which version {DatabaseForms.Product} does not know. Nothing was changed. Update immy and the server to {manifest.Product} or newer, and restore it with that; a backup of an older form is brought into the newest one when the server starts.");
    }

    // What was moved is moved back when the rest cannot be.
    private static string? Swap(DataFiles data, string fresh)
    {
        var moved = new Stack<(string From, string To)>();
        try
        {
            string? kept = null;
            string[] present = [.. Directory.EnumerateFiles(data.Folder, DataFiles.DatabaseName + "*"), .. Directory.Exists(data.Keys) ? (string[])[data.Keys] : []];
            if (present.Length > 0)
            {
                kept = Directory.CreateDirectory(Path.Combine(data.Folder, $"before-restore-{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}")).FullName;
                foreach (var path in present)
                {
                    Move(path, Path.Combine(kept, Path.GetFileName(path)));
                }
            }

            if (Directory.Exists(Path.Combine(fresh, DataFiles.KeysName)))
            {
                Move(Path.Combine(fresh, DataFiles.KeysName), data.Keys);
            }

            Move(Path.Combine(fresh, DataFiles.DatabaseName), data.Database);
            return kept;
        }
        catch
        {
            while (moved.TryPop(out var move))
            {
                Directory.Move(move.To, move.From);
            }

            throw;
        }

        void Move(string from, string to)
        {
            Directory.Move(from, to);
            moved.Push((from, to));
        }
    }
}
