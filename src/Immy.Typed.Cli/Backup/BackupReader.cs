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
        if (File.Exists(data.Database) && !replaces)
        {
            throw new UsageException($"There are data in {data.Folder} already. Give another folder with --data, or --force to replace them; they are kept beside the restored ones.");
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
        var manifest = JsonSerializer.Deserialize<BackupManifest>(content)!;
        return manifest.Format <= BackupManifest.CurrentFormat
            ? manifest
            : throw new UsageException($"{file} was made by a newer immy (format {manifest.Format}, this one reads {BackupManifest.CurrentFormat}). Update immy.");
    }

    private static string? Swap(DataFiles data, string fresh)
    {
        string? kept = null;
        string[] present = [.. Directory.EnumerateFiles(data.Folder, DataFiles.DatabaseName + "*"), .. Directory.Exists(data.Keys) ? (string[])[data.Keys] : []];
        if (present.Length > 0)
        {
            kept = Directory.CreateDirectory(Path.Combine(data.Folder, $"before-restore-{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}")).FullName;
            foreach (var path in present)
            {
                Directory.Move(path, Path.Combine(kept, Path.GetFileName(path)));
            }
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(fresh))
        {
            Directory.Move(path, Path.Combine(data.Folder, Path.GetFileName(path)));
        }

        return kept;
    }
}
