using System.Diagnostics;

namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>A real process of immy.</summary>
internal sealed class ImmyProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ImmyProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Out => _process.StandardOutput;

    public bool HasExited => _process.HasExited;

    public static ImmyProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // Whoever starts the tests in the background of a shell passes on that Ctrl+C is ignored.
        string[] command = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "immy.dll"), .. arguments];
        string[] all = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static async Task<Ran> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        return await process.EndAsync();
    }

    public void Interrupt() => Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

    public async Task<Ran> EndAsync()
    {
        var output = await Out.ReadToEndAsync(TestContext.Current.CancellationToken);
        return await EndAsync(output);
    }

    /// <summary>Waits for the end without reading the output.</summary>
    public async Task<Ran> EndAsync(string output)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(_process.ExitCode, output.ReplaceLineEndings("\n"), (await _error).ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
