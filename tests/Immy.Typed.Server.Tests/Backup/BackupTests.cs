using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Immy.Typed.Server.Tests.Backup;

/// <summary><c>immy backup</c> and <c>immy restore</c> as processes, beside a server as a process.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("immy-backup").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_of_a_running_server_is_restored_with_its_secrets()
    {
        string key, link;
        await using (var server = await ServerProcess.StartAsync(Folder("first")))
        {
            key = server.Key;
            var type = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
            var made = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Url = "https://acme.example", Key = "good-secret" } });
            link = made.GetProperty("id").GetString()!;
            Assert.Equal((0, $"Wrote 2 files to {File("backup.zip")}. Keep it to yourself: it holds the keys of all secrets.\n", ""), await ImmyAsync("backup", File("backup.zip"), "--data", Folder("first")));
            await server.PostAsync("tenants", new { name = "Too late" });
        }

        Assert.Equal((0, $"Restored to {Folder("second")}.\n", ""), await ImmyAsync("restore", File("backup.zip"), "--data", Folder("second")));

        await using var restored = await ServerProcess.StartAsync(Folder("second"), key);
        Assert.Equal("Healthy", (await restored.PostAsync($"provider-links/{link}/health-check", new { })).GetProperty("health").GetString());
        Assert.Empty(await restored.ItemsAsync("tenants"));
    }

    [Fact]
    public async Task Data_that_are_there_are_replaced_only_by_force_and_kept()
    {
        await BackUpAsync();
        Assert.Equal(
            (2, "", $"error: There are data in {Folder("first")} already, or keys in {Path.Combine(Folder("first"), "keys")}. Give another folder with --data, or --force to replace them; they are kept beside the restored ones.\nRun 'immy restore --help' for usage.\n"),
            await ImmyAsync("restore", File("backup.zip"), "--data", Folder("first")));

        var (code, output, _) = await ImmyAsync("restore", File("backup.zip"), "--data", Folder("first"), "--force");

        Assert.Equal(0, code);
        var kept = Assert.Single(Directory.EnumerateDirectories(Folder("first"), "before-restore-*"));
        Assert.Equal($"Restored to {Folder("first")}. What was there before is in {kept}.\n", output);
        Assert.True(System.IO.File.Exists(Path.Combine(kept, "immy.db")));
        Assert.Equal((2, "", $"error: {File("backup.zip")} is there already. Give another name, or --force to replace it.\nRun 'immy backup --help' for usage.\n"), await ImmyAsync("backup", File("backup.zip"), "--data", Folder("first")));
    }

    [Fact]
    public async Task A_damaged_backup_or_something_else_changes_nothing_and_is_told()
    {
        await BackUpAsync();
        await using (var archive = await ZipFile.OpenAsync(File("backup.zip"), ZipArchiveMode.Update, Token))
        {
            archive.GetEntry("immy.db")!.Delete();
            await using var changed = new StreamWriter(archive.CreateEntry("immy.db").Open());
            await changed.WriteAsync("something else");
        }

        Assert.Equal((2, "", $"error: {File("backup.zip")} is damaged: 'immy.db' is not what was backed up. Nothing was changed.\nRun 'immy restore --help' for usage.\n"), await ImmyAsync("restore", File("backup.zip"), "--data", Folder("second")));
        await System.IO.File.WriteAllTextAsync(File("text.zip"), "no archive", Token);
        var (code, _, errors) = await ImmyAsync("restore", File("text.zip"), "--data", Folder("second"));
        Assert.Equal(2, code);
        Assert.StartsWith($"error: {File("text.zip")} is no backup, or is damaged: ", errors, StringComparison.Ordinal);
        Assert.Equal((2, "", $"error: There is no file {File("none.zip")}.\nRun 'immy restore --help' for usage.\n"), await ImmyAsync("restore", File("none.zip"), "--data", Folder("second")));
        Assert.Equal(["immy.lock"], Directory.EnumerateFileSystemEntries(Folder("second")).Select(Path.GetFileName));
        Assert.Equal(
            (2, "", $"error: There is no immy.db in {Folder("second")}. Name the server's data folder: --data FOLDER. A server on PostgreSQL is backed up by pg_dump, together with the folder of its keys.\nRun 'immy backup --help' for usage.\n"),
            await ImmyAsync("backup", File("other.zip"), "--data", Folder("second")));
    }

    [Theory]
    [InlineData("null", "is no backup, or is damaged: its manifest.json names no immy.db. Nothing was changed.")]
    [InlineData("{", "is no backup, or is damaged: its manifest.json names no immy.db. Nothing was changed.")]
    [InlineData("{\"Format\":2,\"Files\":{\"immy.db\":\"\"}}", "was made by a newer immy (format 2, this one reads 1). Update immy.")]
    [InlineData("{\"Format\":1,\"Files\":{\"immy.db\":\"\"}}", "is damaged: 'immy.db' is missing.")]
    [InlineData("{\"Format\":1,\"Files\":{\"../../outside\":\"\",\"immy.db\":\"\"}}", "is no backup: it holds '../../outside', which no backup has.")]
    public async Task A_manifest_that_is_not_right_is_told(string manifest, string reason)
    {
        await using (var archive = await ZipFile.OpenAsync(File("made.zip"), ZipArchiveMode.Create, Token))
        {
            await using var content = new StreamWriter(archive.CreateEntry("manifest.json").Open());
            await content.WriteAsync(manifest);
        }

        Assert.Equal((2, "", $"error: {File("made.zip")} {reason}\nRun 'immy restore --help' for usage.\n"), await ImmyAsync("restore", File("made.zip"), "--data", Folder("second")));
    }

    [Fact]
    public async Task Without_its_keys_nothing_is_backed_up_and_their_folder_can_be_named()
    {
        await BackUpAsync();
        Directory.Move(Path.Combine(Folder("first"), "keys"), File("elsewhere"));
        Assert.Equal(
            (2, "", $"error: There are no keys in {Path.Combine(Folder("first"), "keys")}, and without them no secret can be read again. Name their folder: --keys FOLDER (Server:KeyFolder).\nRun 'immy backup --help' for usage.\n"),
            await ImmyAsync("backup", File("other.zip"), "--data", Folder("first")));

        Assert.Equal(0, (await ImmyAsync("backup", File("other.zip"), "--data", Folder("first"), "--keys", File("elsewhere"))).Code);
        Assert.Equal(0, (await ImmyAsync("restore", File("other.zip"), "--data", Folder("second"), "--keys", File("again"))).Code);
        Assert.Equal(Directory.EnumerateFiles(File("elsewhere")).Select(Path.GetFileName), Directory.EnumerateFiles(File("again")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_server_that_runs()
    {
        await using var server = await ServerProcess.StartAsync(Folder("first"));
        await ImmyAsync("backup", File("backup.zip"), "--data", Folder("first"));

        Assert.Equal(
            (2, "", $"error: A server works in the folder {Folder("first")}. Stop it before its data are replaced.\nRun 'immy restore --help' for usage.\n"),
            await ImmyAsync("restore", File("backup.zip"), "--data", Folder("first"), "--force"));
    }

    [Fact]
    public async Task A_backup_names_the_form_of_its_database_and_one_of_a_newer_form_is_refused()
    {
        await BackUpAsync();
        JsonObject manifest;
        await using (var archive = await ZipFile.OpenAsync(File("backup.zip"), ZipArchiveMode.Update, Token))
        {
            await using (var content = archive.GetEntry("manifest.json")!.Open())
            {
                manifest = (await JsonNode.ParseAsync(content, cancellationToken: Token))!.AsObject();
            }

            Assert.EndsWith("_Initial", manifest["Schema"]!.GetValue<string>(), StringComparison.Ordinal);
            manifest["Schema"] = "99990101000000_Later";
            archive.GetEntry("manifest.json")!.Delete();
            await using var changed = archive.CreateEntry("manifest.json").Open();
            await JsonSerializer.SerializeAsync(changed, manifest, cancellationToken: Token);
        }

        var product = manifest["Product"]!.GetValue<string>();
        Assert.Equal(
            (2, "", $"error: {File("backup.zip")} was made by immy {product}, of a database in the form 99990101000000_Later, which version {product} does not know. Nothing was changed. Update immy and the server to {product} or newer, and restore it with that; a backup of an older form is brought into the newest one when the server starts.\nRun 'immy restore --help' for usage.\n"),
            await ImmyAsync("restore", File("backup.zip"), "--data", Folder("second")));
        Assert.False(System.IO.File.Exists(Path.Combine(Folder("second"), "immy.db")));
    }

    // There is one form so far; before it comes a database in which there is nothing yet.
    [Fact]
    public async Task A_backup_of_an_older_form_is_brought_into_the_newest_one_at_the_next_start()
    {
        await BackUpAsync();
        System.IO.File.Delete(Path.Combine(Folder("first"), "immy.db"));
        await RunAsync(Folder("first"), """CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL)""");
        Assert.Equal(0, (await ImmyAsync("backup", File("older.zip"), "--data", Folder("first"))).Code);
        Assert.Equal(0, (await ImmyAsync("restore", File("older.zip"), "--data", Folder("second"))).Code);

        await using var restored = await ServerProcess.StartAsync(Folder("second"));
        Assert.Equal("Contoso", (await restored.PostAsync("tenants", new { name = "Contoso" })).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_server_does_not_start_on_a_database_of_a_newer_one()
    {
        await BackUpAsync();
        await RunAsync(Folder("first"), """INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99.0.0')""");

        var exit = await ServerExit.OfAsync("--urls", "http://127.0.0.1:0", "--Server:DataFolder", Folder("first"));

        Assert.Equal(2, exit.Code);
        Assert.Matches(
            @"^The database has a form that this server \(version \S+\) does not know: 99990101000000_Later\. A newer server made it\. Start that version or a newer one, or restore a backup that was made before: immy restore FILE --data FOLDER\.\s*$",
            exit.Errors);
    }

    private static async Task RunAsync(string folder, string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "immy.db")};Pooling=False");
        await database.OpenAsync(Token);
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task BackUpAsync()
    {
        await using (await ServerProcess.StartAsync(Folder("first")))
        {
            Assert.Equal(0, (await ImmyAsync("backup", File("backup.zip"), "--data", Folder("first"))).Code);
        }
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    private string File(string name) => Path.Combine(_folder, name);

    private static async Task<(int Code, string Output, string Errors)> ImmyAsync(params string[] arguments)
    {
        var immy = typeof(BackupTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "Immy").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [immy, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, output, await errors);
    }
}
