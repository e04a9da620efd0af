using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>The server as a process of its own, which can be killed at any moment.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string KeyLine = "The first administrator's API key, shown this once: ";
    private const string AddressLine = "Now listening on: ";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process, Task<string> errors, HttpClient client, string key) => (_process, _errors, Client, Key) = (process, errors, client, key);

    /// <summary>Talks to it as an administrator.</summary>
    public HttpClient Client { get; }

    /// <summary>The administrator's key.</summary>
    public string Key { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="key">The key of an earlier start; null for the first, which prints one.</param>
    /// <param name="arguments">More arguments.</param>
    public static Task<ServerProcess> StartAsync(string folder, string? key = null, params string[] arguments) => StartAsync(Start(folder, arguments), key);

    /// <summary>Starts it for the first time, with no more memory than so many bytes of heap: beyond them it ends.</summary>
    public static Task<ServerProcess> StartWithHeapAsync(string folder, long bytes)
    {
        var start = Start(folder, []);
        start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("X", CultureInfo.InvariantCulture);
        return StartAsync(start, null);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Token);
    }

    /// <summary>Asks it to end, as whoever runs it does (SIGTERM); does not wait for it.</summary>
    public async Task TellToStopAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until it has ended; gives what it wrote to standard error.</summary>
    public async Task<string> LastWordsAsync()
    {
        await _process.WaitForExitAsync(Token);
        return await _errors;
    }

    /// <summary>Waits until it has ended; gives its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync(Token);
        return _process.ExitCode;
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync(path, body, Token);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    /// <summary>The items of a list's first page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) => [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];

    public Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path, Token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Start(string folder, string[] arguments)
        => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Immy.Typed.Server.dll"), "--urls", "http://127.0.0.1:0", "--Server:DataFolder", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, string? key)
    {
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        string? address = null;
        var output = new List<string>();
        while (address is null && await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            output.Add(line);
            key = line.StartsWith(KeyLine, StringComparison.Ordinal) ? line[KeyLine.Length..] : key;
            address = line.IndexOf(AddressLine, StringComparison.Ordinal) is >= 0 and var at ? line[(at + AddressLine.Length)..].Trim() : null;
        }

        if (address is null || key is null)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The server did not start: {string.Join('\n', output)} {await errors}");
        }

        // Nobody reads on; a full pipe would stop the server.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var client = new HttpClient { BaseAddress = new Uri(address + "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new ServerProcess(process, errors, client, key);
    }
}
