using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Immy.Typed.Server.Tests.Telemetry;

/// <summary>Traces and metrics reach a collector by OpenTelemetry's own protocol, without secrets.</summary>
public sealed class TelemetryTests
{
    private const string Key = "good-tele-4711-secret";

    [Fact]
    public async Task Calls_requests_and_gauges_reach_the_collector_and_no_secret_does()
    {
        await using var collector = await Collector.StartAsync();
        string run;
        await using (var server = await TestServer.StartAsync(null, "--OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url, "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"))
        {
            var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
            await server.PostAsync(
                "provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme of Contoso", values = new Dictionary<string, string> { ["Url"] = "x", ["Key"] = Key } });
            run = (await server.ItemsAsync("runs")).Single(static candidate => candidate.GetProperty("name").GetString() == "IProvider.Init").GetProperty("id").GetString()!;
            // Gauges end with their server; else it would be sent once a minute.
            Assert.True(server.Services.GetRequiredService<MeterProvider>().ForceFlush());
        }

        // What was not sent yet is sent when the server stops.
        var (traces, metrics) = (collector.TextOf("traces"), collector.TextOf("metrics"));
        foreach (var text in new[] { "immy-typed-server", "IProvider.Init", "Acme of Contoso", "faas.invocation_id", run, "/api/v1/provider-links" })
        {
            Assert.Contains(text, traces, StringComparison.Ordinal);
        }

        foreach (var text in new[] { "immy.sessions.open", "immy.calls.waiting", "immy.runs.running", "immy.call.duration", "http.server.request.duration" })
        {
            Assert.Contains(text, metrics, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Key, traces + metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("immy_", traces, StringComparison.Ordinal);
    }
}
