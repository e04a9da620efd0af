using System.Diagnostics;
using System.Globalization;
using System.Net;
using Immy.Typed.Server.Cluster;
using Npgsql;

[assembly: AssemblyFixture(typeof(Immy.Typed.Server.Tests.Harness.PostgresServer))]

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A real PostgreSQL on a free port of the loopback address, in a folder of its own, started by the first test that needs it and shared by all: a test that stops it makes its own.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string WhereDebianHasIt = "/usr/lib/postgresql";

    private readonly SemaphoreSlim _one = new(1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"immy-postgres-{Guid.NewGuid():N}");
    private int _databases;
    private int _port;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A new database's connection string; skips the test where PostgreSQL is not installed.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var programs = Find();
        Assert.SkipWhen(programs is null, "PostgreSQL is not installed. Install it to run this test, on Debian: apt-get install postgresql.");
        await _one.WaitAsync(Token);
        try
        {
            if (_port == 0)
            {
                await StartAsync(programs);
            }
        }
        finally
        {
            _one.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"immy{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(Token);
        return Connection(name);
    }

    /// <summary>Ends it and starts it again on the same data.</summary>
    public async Task<IAsyncDisposable> StopAsync()
    {
        var programs = Find()!;
        await RunAsync(Path.Combine(programs, "pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w");
        return new Restart(() => StartServerAsync(programs));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_port != 0)
        {
            await RunAsync(Path.Combine(Find()!, "pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w");
            Directory.Delete(_folder, recursive: true);
        }

        _one.Dispose();
    }

    private string Data => Path.Combine(_folder, "data");

    private string Connection(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=immy;Database={database};Timeout=5");

    private async Task StartAsync(string programs)
    {
        Directory.CreateDirectory(_folder);
        if (IsRoot)
        {
            // PostgreSQL refuses to run as root; its package brings a user.
            await RunAsAsync(null, "chown", "postgres", _folder);
        }

        await RunAsync(Path.Combine(programs, "initdb"), "-D", Data, "-U", "immy", "-A", "trust", "-E", "UTF8", "--no-sync");
        _port = FreePorts.Next(IPAddress.Loopback);
        await StartServerAsync(programs);
    }

    private Task StartServerAsync(string programs) => RunAsync(
        Path.Combine(programs, "pg_ctl"), "start", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -h 127.0.0.1 -k {_folder} -c fsync=off -c max_connections=200"));

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    private static string? Find() => Directory.Exists(WhereDebianHasIt)
        ? Directory.EnumerateDirectories(WhereDebianHasIt).Order(StringComparer.Ordinal).Select(static version => Path.Combine(version, "bin")).LastOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")))
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")));

    private static Task RunAsync(string program, params string[] arguments) => RunAsAsync(IsRoot ? "postgres" : null, program, arguments);

    private static async Task RunAsAsync(string? user, string program, params string[] arguments)
    {
        // What pg_ctl starts keeps its streams: nobody reads them here, or this would wait for the server's end.
        string[] all = user is null ? arguments : ["-u", user, "--", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(user is null ? program : "runuser", all) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
    }

    private sealed class Restart(Func<Task> start) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(start());
    }
}
