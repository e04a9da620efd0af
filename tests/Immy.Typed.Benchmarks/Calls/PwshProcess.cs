using System.Diagnostics;
using System.Reflection;

namespace Immy.Typed.Benchmarks.Calls;

/// <summary>Runs a command in a process of <c>pwsh</c>, of the same version as the engine.</summary>
internal static class PwshProcess
{
    private static readonly string Program = Path.Combine(
        typeof(PwshProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "PowerShellHome").Value!,
        "pwsh.dll");

    public static string Run(string command)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "-NoProfile", "-NonInteractive", "-Command", command]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"pwsh ended with {process.ExitCode}.");
    }
}
