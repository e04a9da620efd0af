using System.Diagnostics;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;
using Immy.Typed.Server.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Immy.Typed.Server.Tests.Telemetry;

/// <summary>Runs are told as OpenTelemetry's conventions for functions say: a run is an invocation.</summary>
public sealed class FaasTests
{
    [Fact]
    public async Task Runs_have_spans_and_figures_under_the_names_of_functions()
    {
        using var recorder = new SpanRecorder();
        var figures = new List<MetricSnapshot>();
        await using var collector = await Collector.StartAsync();
        await using var server = await TestServer.StartWithAsync(
            services => services
                .ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(recorder))
                .ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(figures)),
            null,
            "--OTEL_EXPORTER_OTLP_ENDPOINT",
            collector.Url,
            "--OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf");
        var hook = await Hook.CreateAsync(server, "param($httpContext, $body) if ($body.fail) { throw 'broken' } [ObjectResult]::new('ok')");
        using (await hook.PostAsync("""{"fail":false}"""))
        using (await hook.PostAsync("""{"fail":true}"""))
        {
        }

        var runs = await hook.RunsAsync(2);
        var init = (await server.ItemsAsync($"runs?providerLinkId={hook.Id}&kind=Block")).First(static run => run.GetProperty("name").GetString() == "IProvider.Init");
        Assert.True(server.Services.GetRequiredService<MeterProvider>().ForceFlush());

        // A request's span ends after its answer was sent.
        var spans = await Waiting.ForAsync(
            () => Task.FromResult(recorder.Spans.ToList()),
            spans => Of(spans, init) is not null && runs.All(run => Of(spans, run) is { } webhook && spans.Exists(span => IsRequestOf(span, webhook))));

        Assert.Equal(["Ok Unset", "Failed Error"], runs.Reverse().Select(run => Of(spans, run)!).Select(static span => $"{span.GetTagItem("immy.state")} {span.Status}"));
        Assert.All(runs, run =>
        {
            var webhook = Of(spans, run)!;
            Assert.Equal(("Webhook", "http", hook.Id), (webhook.DisplayName, webhook.GetTagItem("faas.trigger"), webhook.GetTagItem("immy.provider_link")));

            // From the request over the cluster to the run, which the wait has seen, and from there to the block.
            Assert.Contains(spans, block => block.TraceId == webhook.TraceId && block.DisplayName == "ISupportsHttpRequest.HandleHttpRequest");
        });
        var span = Of(spans, init)!;
        Assert.Equal("timer", span.GetTagItem("faas.trigger"));

        // The database keeps milliseconds, the span what the clock said.
        var begun = init.GetProperty("startedAt").GetDateTimeOffset().UtcDateTime;
        Assert.InRange(DateTime.Parse((string)span.GetTagItem("faas.time")!, null, System.Globalization.DateTimeStyles.RoundtripKind), begun, begun.AddMilliseconds(1));

        // Figures are of the process, in which other tests may have webhooks at the same time.
        Assert.InRange(Count(figures, "faas.invocations"), 1, long.MaxValue);
        Assert.InRange(Count(figures, "faas.errors"), 1, long.MaxValue);
        Assert.InRange(Count(figures, "faas.invoke_duration"), 2, long.MaxValue);
    }

    // The block that answers a webhook is a part of the webhook's run, and has a span of its own.
    private static Activity? Of(IEnumerable<Activity> spans, JsonElement run) => spans.SingleOrDefault(
        span => (string?)span.GetTagItem("faas.invocation_id") == run.GetProperty("id").GetString() && span.DisplayName != "ISupportsHttpRequest.HandleHttpRequest");

    private static bool IsRequestOf(Activity span, Activity webhook) => span.TraceId == webhook.TraceId && span.Kind == ActivityKind.Server && span.Source.Name == "Microsoft.AspNetCore";

    // Of webhooks that requests brought.
    private static long Count(IEnumerable<MetricSnapshot> figures, string name)
    {
        var points = figures.Last(figure => figure.Name == name).MetricPoints.Where(static point => Tags(point) is { } tags && tags["immy.kind"] == "Webhook" && tags["faas.trigger"] == "http");
        return points.Sum(point => name == "faas.invoke_duration" ? point.GetHistogramCount() : point.GetSumLong());
    }

    private static Dictionary<string, string?> Tags(MetricPoint point)
    {
        var tags = new Dictionary<string, string?>();
        foreach (var tag in point.Tags)
        {
            tags[tag.Key] = tag.Value?.ToString();
        }

        return tags;
    }
}
