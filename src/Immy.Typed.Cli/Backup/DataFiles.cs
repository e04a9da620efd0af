using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Backup;

/// <summary>The files of a server's data folder.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="keys">The folder of the keys; null when they are in the data folder.</param>
internal sealed class DataFiles(string folder, string? keys)
{
    public const string DatabaseName = "immy.db";
    public const string KeysName = "keys";

    public string Folder { get; } = Path.GetFullPath(folder);

    public string Database => Path.Combine(Folder, DatabaseName);

    public string Keys { get; } = Path.GetFullPath(keys ?? Path.Combine(folder, KeysName));

    /// <summary>The files of the keys.</summary>
    public IReadOnlyList<string> KeyFiles => Directory.Exists(Keys) ? [.. Directory.EnumerateFiles(Keys, "*.xml")] : [];

    /// <summary>Takes the folder from any server; dispose to give it free.</summary>
    /// <exception cref="UsageException">A server works in it.</exception>
    public IDisposable Take()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, "immy.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new UsageException($"A server works in the folder {Folder}. Stop it before its data are replaced.");
        }
    }
}
