using System.Diagnostics;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A server that is not to start: what it says, and how it ends.</summary>
internal sealed record ServerExit(int Code, string Output, string Errors)
{
    public static Task<ServerExit> OfAsync(params string[] arguments) => InAsync(Path.GetTempPath(), arguments);

    /// <summary>The same, started in a folder.</summary>
    public static async Task<ServerExit> InAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Immy.Typed.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }
}
