using System.Collections;
using System.Management.Automation;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class HttpRequestTests : CapabilityScenario<ISupportsHttpRequest>
{
    // As a host hands over parsed JSON.
    private static PSObject Online
    {
        get
        {
            var body = new PSObject();
            body.Properties.Add(new PSNoteProperty("agentId", "a1"));
            return body;
        }
    }

    protected override IReadOnlyList<Func<ISupportsHttpRequest, CancellationToken, Task>> Calls => [static (capability, token) => capability.HandleHttpRequest(Request("POST"), Online, "agent-online", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();
        var capability = integration.As<ISupportsHttpRequest>();

        var accepted = Assert.IsType<ObjectResult>(await capability.HandleHttpRequest(Request("POST"), Online, "agent-online", Token));
        Assert.Equal((202, "PC-1"), (accepted.StatusCode, Assert.IsType<Hashtable>(accepted.Value)["accepted"]));
        Assert.Equal("GET /agents/a1", Api.Requests[^1].Line);

        var unknown = Assert.IsType<NotFoundObjectResult>(await capability.HandleHttpRequest(Request("GET"), null, "agent-online", Token));
        Assert.Equal("There is no GET agent-online.", unknown.Value);
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("    return $result\n", "    return 'ok'\n"));

        Assert.Equal(
            "Test.ps1(34,12): error IMMY205: ISupportsHttpRequest.HandleHttpRequest wrote String, where one IActionResult is due. Make it with [ObjectResult]::new('ok').",
            await FailureAsync(() => integration.As<ISupportsHttpRequest>().HandleHttpRequest(Request("POST"), Online, "agent-online", Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /agents/a1", """{ "hostname": "PC-1" }""");
    }

    private static DefaultHttpContext Request(string method)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        return context;
    }
}
