using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Streams;

/// <summary>A GetAgents block that writes a number of agents.</summary>
internal static class AgentScript
{
    private const string Agent = "New-IntegrationAgent -AgentId \"a$n\" -Name \"PC-$n\" -ClientId c1 -SerialNumber \"S$n\" -OSName Windows -IsOnline $true -AgentVersion '1.2.3'";

    public static string Statement(int count) => $"param($clientIds) foreach ($n in 1..{count}) {{ {Agent} }}";

    public static string Pipeline(int count) => $"param($clientIds) 1..{count} | ForEach-Object {{ $n = $_; {Agent} }}";

    public static Task<LoadedIntegration> LoadAsync(string body)
        => LoadedIntegration.LoadAsync(nameof(ISupportsListingAgents), nameof(ISupportsListingAgents.GetAgents), body);
}
