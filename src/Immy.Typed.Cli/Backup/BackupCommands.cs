using System.CommandLine;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Backup;

/// <summary><c>immy backup</c> and <c>immy restore</c>: the data of a server in one file, and back.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(CliStreams streams)
    {
        var file = new Argument<string>("file") { Description = "The file to write." };
        var data = DataOption();
        var keys = KeysOption();
        var force = new Option<bool>("--force") { Description = "Replaces the file if it is there." };
        var command = new DetailedCommand("backup", "Writes the data of a server on SQLite, and the keys of its secrets, into one file. The server may go on meanwhile.")
        {
            Details = "Keep the file to yourself: whoever has it can read every secret.\n\nExample:\n  immy backup immy.zip --data /var/lib/immy",
        };
        command.Add(file);
        command.Add(data);
        command.Add(keys);
        command.Add(force);
        command.SetAction(parsed =>
        {
            var count = BackupWriter.Write(new DataFiles(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.GetValue(file)!, parsed.GetValue(force));
            streams.Out.WriteLine($"Wrote {count} files to {parsed.GetValue(file)}. Keep it to yourself: it holds the keys of all secrets.");
            streams.Out.Flush();
            return ExitCodes.Right;
        });
        return command;
    }

    public static Command CreateRestore(CliStreams streams)
    {
        var file = new Argument<string>("file") { Description = "The file that 'immy backup' wrote." };
        var data = DataOption();
        var keys = KeysOption();
        var force = new Option<bool>("--force") { Description = "Replaces the data that are there; they are kept in a folder beside." };
        var command = new DetailedCommand("restore", "Puts the data of a backup into a server's data folder. The server must not run.")
        {
            Details = "Nothing is changed unless all of the backup was read and found right.\n\nExample:\n  immy restore immy.zip --data /var/lib/immy",
        };
        command.Add(file);
        command.Add(data);
        command.Add(keys);
        command.Add(force);
        command.SetAction(parsed =>
        {
            var folder = new DataFiles(parsed.GetValue(data)!, parsed.GetValue(keys));
            var kept = BackupReader.Restore(parsed.GetValue(file)!, folder, parsed.GetValue(force));
            streams.Out.WriteLine($"Restored to {folder.Folder}.{(kept is null ? "" : $" What was there before is in {kept}.")}");
            streams.Out.Flush();
            return ExitCodes.Right;
        });
        return command;
    }

    private static Option<string?> KeysOption() => new("--keys") { Description = "The folder of the keys (Server:KeyFolder). Without it: keys in the data folder." };

    private static Option<string> DataOption() => new("--data") { Description = "The server's data folder (Server:DataFolder).", DefaultValueFactory = static _ => "data" };
}
