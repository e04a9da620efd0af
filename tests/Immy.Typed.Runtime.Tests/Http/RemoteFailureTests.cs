using System.Net;
using System.Net.Sockets;
using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Http;

/// <summary>The bundled integration against a remote API that fails, over real HTTP on loopback.</summary>
public sealed class RemoteFailureTests
{
    private const string Key = "a-wrong-key-0815";

    [Fact]
    public async Task All_is_well_with_an_api_that_works()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var integration = await LoadAsync(host);

        Assert.True((await integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", api.ApiToken))).IsSuccess);
        Assert.Equal(3, (await integration.ClientsAsync()).Count);
        Assert.Equal(250, (await integration.AgentsAsync([.. api.Sites.Select(static site => site.Id)])).Count);
        Assert.Equal(api.Sites[0].RegistrationToken, await integration.TokenAsync(api.Sites[0].Id));
        Assert.All(host.Observer.Runs, static run => Assert.Equal(RunOutcome.Ok, run.Outcome));
    }

    [Fact]
    public async Task A_wrong_key_is_told_without_the_key()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var integration = await LoadAsync(host);

        var message = await Harness.Calls.FailureAsync(() => integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", Key)));

        Assert.Equal(
            "SentinelOne.psm1(277,9): error IMMY201: IProvider.Init failed: SentinelOne answered status 401 to 'system/info'. Authentication Failed. Check the API key: it may be mistyped, expired or revoked. What it wrote until then is in the run's streams.",
            message);
    }

    [Fact]
    public async Task A_refused_connection_is_told()
    {
        await using var host = new TestHost();
        var integration = await LoadAsync(host);

        // Bound but not listening: nobody answers there, and nobody else can come to.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        var message = await Harness.Calls.FailureAsync(() => integration.InitAsync(("S1Uri", $"http://127.0.0.1:{port}/"), ("S1ApiKey", Key)));

        Assert.Equal(
            $"SentinelOne.psm1(273,9): error IMMY201: IProvider.Init failed: SentinelOne cannot be reached at http://127.0.0.1:{port}: Connection refused (127.0.0.1:{port}). What it wrote until then is in the run's streams.",
            message);
    }

    [Fact]
    public async Task A_server_error_is_told()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new() { Faults = new() { AnswerStatus = 500 } }, TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var integration = await LoadAsync(host);

        var message = await Harness.Calls.FailureAsync(() => integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", api.ApiToken)));

        Assert.Equal(
            "SentinelOne.psm1(277,9): error IMMY201: IProvider.Init failed: SentinelOne answered status 500 to 'system/info'. Demo fault. What it wrote until then is in the run's streams.",
            message);
    }

    [Fact]
    public async Task Html_instead_of_json_is_told()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new() { Faults = new() { AnswerHtml = true } }, TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var integration = await LoadAsync(host);

        var message = await Harness.Calls.FailureAsync(() => integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", api.ApiToken)));

        Assert.Equal(
            $"SentinelOne.psm1(281,9): error IMMY201: IProvider.Init failed: SentinelOne answered 'system/info' with something other than the API's JSON. Is {api.BaseAddress.ToString().TrimEnd('/')} the console's address? What it wrote until then is in the run's streams.",
            message);
    }

    [Fact]
    public async Task A_page_that_fails_midway_fails_the_list()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new() { Faults = new() { FailAgentsPageAt = 2 } }, TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var integration = await LoadAsync(host);
        await integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", api.ApiToken));

        var message = await Harness.Calls.FailureAsync(() => integration.AgentsAsync([.. api.Sites.Select(static site => site.Id)]));

        Assert.Equal(
            "SentinelOne.psm1(277,9): error IMMY201: ISupportsListingAgents.GetAgents failed: SentinelOne answered status 500 to 'agents'. Server Error: Demo fault at page 2. What it wrote until then is in the run's streams.",
            message);
        Assert.Equal(100, host.Observer.Last.Count);
        Assert.Equal(RunOutcome.Failed, host.Observer.Last.Outcome);
    }

    private static async Task<DynamicIntegration> LoadAsync(TestHost host)
    {
        var bundled = new BundledIntegrations();
        var modules = bundled.Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value));
        return await host.LoadAsync(bundled.Find("SentinelOne")!.Script, modules);
    }
}
