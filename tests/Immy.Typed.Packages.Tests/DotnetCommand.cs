using System.ComponentModel;
using System.Diagnostics;

namespace Immy.Typed.Packages.Tests;

/// <summary>Runs <c>dotnet</c> as a consumer would, with a package folder of its own.</summary>
/// <param name="packageFolder">Where restored packages go; null for the usual folder.</param>
internal sealed class DotnetCommand(string? packageFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Runs <c>dotnet</c> and expects it to succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> SucceedAsync(string folder, params IEnumerable<string> arguments)
    {
        var answer = await RunAsync(folder, arguments);
        return answer.ExitCode == 0
            ? answer.Output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {answer.ExitCode} in {folder}:{Environment.NewLine}{answer.Output}");
    }

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    public Task<CommandAnswer> RunAsync(string folder, params IEnumerable<string> arguments)
        => RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Runs a program to its end.</summary>
    public async Task<CommandAnswer> RunAsync(string folder, string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(StartInfo(folder, program, arguments)) ?? throw new Win32Exception($"{program} does not start.");
        StepBack(process);
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new CommandAnswer(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {Patience}.");
        }
    }

    // Restores and compilers are in no hurry, and the test projects that run beside this one measure time.
    private static void StepBack(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    private ProcessStartInfo StartInfo(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The build that runs this test must not steer the consumer's.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        if (packageFolder is not null)
            start.Environment["NUGET_PACKAGES"] = packageFolder;

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
