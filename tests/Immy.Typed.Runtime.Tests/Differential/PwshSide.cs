using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>The corpus in a real <c>pwsh</c>, of the same version as the engine: one process for all of it.</summary>
internal static class PwshSide
{
    private static readonly string Program = Path.Combine(
        typeof(PwshSide).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "PowerShellHome").Value!,
        "pwsh.dll");

    public static async Task<IReadOnlyDictionary<string, string[]>> RunAsync(IEnumerable<DifferentialCase> cases)
    {
        using var folder = new TemporaryFolder();
        var input = Path.Combine(folder.Path, "cases.json");
        var results = Path.Combine(folder.Path, "results.json");
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(cases.SelectMany(static known => DifferentialCase.Ways.Select(way => new
        {
            Name = $"{known.Name} ({way})",
            Script = $"{known.Usings}param($p)\n& {{\n{known.Block(way)}\n}} @p",
        }))));

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Program, "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Differential", "pwsh.ps1"), typeof(PwshSide).Assembly.Location, input, results])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && File.Exists(results)
            ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(results))!
            : throw new InvalidOperationException($"pwsh ended with {process.ExitCode}: {output}{await errors}");
    }
}
