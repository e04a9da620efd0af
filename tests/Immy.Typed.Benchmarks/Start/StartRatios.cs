using System.Diagnostics;
using Immy.Typed.Benchmarks.Calls;
using Immy.Typed.Benchmarks.Harness;

namespace Immy.Typed.Benchmarks.Start;

/// <summary>Compares <c>immy invoke</c> with <c>pwsh -Command</c> from process start to result, in turns: ten clients as JSON.</summary>
internal static class StartRatios
{
    public const string Option = "--start";

    private const string Script = """
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
            foreach ($n in 1..10) { New-IntegrationClient -ClientId "c$n" -ClientName "Client $n" }
        }
        return $Integration
        """;

    private const string Command = """
        function New-IntegrationClient { param($ClientId, $ClientName) [pscustomobject]@{ externalClientId = $ClientId; externalClientName = $ClientName } }
        $init = { $true }
        $clients = { foreach ($n in 1..10) { New-IntegrationClient -ClientId "c$n" -ClientName "Client $n" } }
        if (& $init) { & $clients | ConvertTo-Json }
        """;

    /// <param name="immy">The published program.</param>
    /// <param name="rounds">How often each is started.</param>
    public static async Task WriteAsync(string immy, int rounds)
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("immy-start-").FullName, "Ten.ps1");
        await File.WriteAllTextAsync(script, Script);
        try
        {
            await RatioTable.WriteAsync(
                warmUp: 2,
                rounds,
                Way.Of("pwsh -NoProfile -Command", 1, static () => Check(PwshProcess.Run(Command))),
                Way.Of("immy invoke", 1, () => Check(Invoke(immy, script))));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }

    private static string Invoke(string immy, string script)
    {
        var start = new ProcessStartInfo(immy, ["invoke", script, "ISupportsListingClients.GetClients", "--format", "json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"immy ended with {process.ExitCode}.");
    }

    private static void Check(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        if (document.RootElement.GetArrayLength() != 10)
        {
            throw new InvalidOperationException($"Ten clients were expected: {json}");
        }
    }
}
