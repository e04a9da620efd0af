using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Backup;

/// <summary>The files of a server's data folder.</summary>
internal sealed class DataFiles(string folder)
{
    public const string DatabaseName = "immy.db";
    public const string KeysName = "keys";

    public string Folder { get; } = Path.GetFullPath(folder);

    public string Database => Path.Combine(Folder, DatabaseName);

    public string Keys => Path.Combine(Folder, KeysName);

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
