using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class AuthenticatedDownloadTests : CapabilityScenario<ISupportsAuthenticatedDownload>
{
    protected override IReadOnlyList<Func<ISupportsAuthenticatedDownload, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetAuthHeader(token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var headers = await integration.As<ISupportsAuthenticatedDownload>().GetAuthHeader(Token);

        Assert.Equal(("Bearer ticket-4711", "acme"), (headers["authorization"], headers["X-Tenant"]));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("    @{\n        Authorization = \"Bearer $($ticket.value)\"\n        'X-Tenant'    = $ticket.tenant\n    }\n", "    \"Bearer $($ticket.value)\"\n"));

        Assert.Equal(
            "Test.ps1(22,15): error IMMY205: ISupportsAuthenticatedDownload.GetAuthHeader wrote String, where one Hashtable is due. Make it with @{ Name = 'value' }.",
            await FailureAsync(() => integration.As<ISupportsAuthenticatedDownload>().GetAuthHeader(Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("POST /downloads/ticket", """{ "value": "ticket-4711", "tenant": "acme" }""");
    }
}
