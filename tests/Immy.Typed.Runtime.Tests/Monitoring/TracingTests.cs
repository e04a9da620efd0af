using System.Collections.Concurrent;
using System.Diagnostics;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Runtime.Tests.Monitoring;

/// <summary>A call is a span below its caller's, with its script's requests below it.</summary>
public sealed class TracingTests
{
    [Fact]
    public async Task A_call_and_its_requests_are_spans_without_anything_in_which_secrets_travel()
    {
        await using var server = await LoopbackServer.StartAsync(static context => context.Response.WriteAsync("7"));
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"""
            param($clientId)
            if ($clientId -eq 'wrong') {"{ throw 'hidden' }"}
            Write-Warning 'hidden'
            $null = Invoke-RestMethod "{server.Url}/v1/items?token=hidden"
            'hidden'
            """));
        var spans = new ConcurrentQueue<Activity>();
        using var caller = new Activity("caller").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Immy.Typed",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                // Other tests of the process are heard too.
                if (span.TraceId == caller.TraceId)
                {
                    spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        await integration.TokenAsync();
        await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync("wrong"));

        Assert.Same(caller, Activity.Current);
        var authority = new Uri(server.Url);
        Assert.Equal(
            [
                $"GET Client: http.request.method=GET, http.response.status_code=200, server.address=127.0.0.1, server.port={authority.Port}, url.path=/v1/items",
                "ISupportsTenantInstallToken.GetTenantInstallToken Internal: faas.name=ISupportsTenantInstallToken.GetTenantInstallToken, immy.count=1, immy.integration=Test, immy.outcome=Ok",
                "ISupportsTenantInstallToken.GetTenantInstallToken Internal: error.type=Failed, faas.name=ISupportsTenantInstallToken.GetTenantInstallToken, immy.count=0, immy.integration=Test, immy.outcome=Failed",
            ],
            spans.Select(static span => $"{span.OperationName} {span.Kind}: {string.Join(", ", span.TagObjects.Where(static tag => tag.Value is not null).Select(static tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}"));
        var (request, call, failed) = (spans.ElementAt(0), spans.ElementAt(1), spans.ElementAt(2));
        Assert.Equal((call.SpanId, caller.SpanId), (request.ParentSpanId, call.ParentSpanId));
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Error), (call.Status, failed.Status));
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_span()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "'x'"));
        using var caller = new Activity("caller").Start();

        await integration.TokenAsync();

        Assert.Same(caller, Activity.Current);
    }
}
