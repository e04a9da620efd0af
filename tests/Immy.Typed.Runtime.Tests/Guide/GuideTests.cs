using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Runtime.Tests.Guide;

/// <summary>Every example of the integrations guide, run as it is printed.</summary>
public sealed class GuideTests
{
    private const string NotReturned = "Test.ps1(1,1): warning IMMY110: The script does not return its integration; the only one that it makes is taken. End the script with return $Integration.";

    [Fact]
    public void The_guide_has_the_examples_that_are_run_here() => Assert.Equal(9, GuideText.Examples().Count);

    [Fact]
    public async Task Basic_implementation()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(GuideText.Examples()[0]);

        Assert.Empty(integration.Warnings);
        Assert.True((await integration.InitAsync()).IsSuccess);
        Assert.Equal(HealthState.Healthy, (await integration.HealthAsync()).State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Initialization_with_parameters(int example)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(GuideText.Examples()[example]);

        Assert.Equal(NotReturned, Assert.Single(integration.Warnings).ToString());
        Assert.Equal(["S1Uri", "S1ApiKey"], integration.Form.Fields.Select(static field => field.Name));
        Assert.True((await integration.InitAsync(("S1Uri", "https://console.test"), ("S1ApiKey", "an-api-key"))).IsSuccess);
        Assert.Equal(HealthState.Healthy, (await integration.HealthAsync()).State);
    }

    [Fact]
    public async Task Adding_ISupportsListingClients()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(GuideText.Examples()[3]);

        Assert.Equal(NotReturned, Assert.Single(integration.Warnings).ToString());
        Assert.True((await integration.InitAsync(("S1Uri", "https://console.test"), ("S1ApiKey", "an-api-key"))).IsSuccess);
        Assert.Equal(["Client1", "Client2"], (await integration.ClientsAsync()).Select(static client => client.ExternalClientId));
    }

    [Fact]
    public async Task Adding_ISupportsListingAgents()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(GuideText.Examples()[4]);

        Assert.Equal(NotReturned, Assert.Single(integration.Warnings).ToString());
        Assert.True((await integration.InitAsync()).IsSuccess);
        Assert.Equal(["Client1", "Client2"], (await integration.ClientsAsync()).Select(static client => client.ClientName));
        Assert.Equal(["Agent1", "Agent2"], (await integration.AgentsAsync("Client1")).Select(static agent => agent.Name));
    }

    [Fact]
    public async Task Move_duplicate_code_to_a_module()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var examples = GuideText.Examples();

        // The example's Init connects to nothing, so the module has to be connected beforehand.
        var connected = examples[7] + $"\n$script:S1Uri = '{api.BaseAddress}'; $script:S1AuthHeader = @{{ Authorization = 'APIToken {api.ApiToken}' }}";
        var integration = await host.LoadAsync(examples[5], ModuleLibrary.Empty.With("SentinelOne", connected));

        Assert.Equal(3, (await integration.ClientsAsync()).Count);
        Assert.Equal(250, (await integration.AgentsAsync()).Count);
    }

    [Fact]
    public async Task The_long_example_is_refused_for_its_prose_and_for_a_parameter_that_its_module_lacks()
    {
        await using var host = new TestHost();
        var examples = GuideText.Examples();

        Assert.Equal(
            [
                "Test.ps1(60,21): error IMMY115: Get-S1Agent has no parameter -SiteId. Known are: Name.",
                "Test.ps1(119,1): error IMMY114: 'will' is not a command. Define it in the script or in a module; text that is meant for a reader starts with #.",
            ],
            await host.RefusedAsync(examples[6], ModuleLibrary.Empty.With("SentinelOne", examples[7])));
    }

    [Fact]
    public async Task The_long_example_works_once_both_are_mended()
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = new TestHost();
        var examples = GuideText.Examples();
        var script = examples[6]
            .Replace("will response to", "# will response to", StringComparison.Ordinal)
            .Replace("Get-S1Agent -SiteId $ClientId -Verbose", "Get-S1Agent -Verbose", StringComparison.Ordinal);
        var integration = await host.LoadAsync(script, ModuleLibrary.Empty.With("SentinelOne", examples[7]));

        Assert.Empty(integration.Warnings);
        Assert.True((await integration.InitAsync(("S1Uri", api.BaseAddress), ("S1ApiKey", api.ApiToken))).IsSuccess);
        Assert.Equal(HealthState.Healthy, (await integration.HealthAsync()).State);
        Assert.Equal(3, (await integration.ClientsAsync()).Count);
        Assert.Equal(250, (await integration.AgentsAsync(api.Sites[0].Id)).Count);
        Assert.Equal(api.Sites[1].RegistrationToken, await integration.TokenAsync(api.Sites[1].Id));
        Assert.Equal("implement me", await integration.As<ISupportsTenantUninstallToken>().GetTenantUninstallToken("1", TestContext.Current.CancellationToken));
        Assert.Equal("ok", await AnswerAsync(integration));
        Assert.DoesNotContain(api.ApiToken, string.Join('\n', host.Observer.Runs.SelectMany(static run => run.Records).Select(static record => record.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Respond_to_webhook()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(GuideText.Examples()[8]);

        Assert.Empty(integration.Warnings);
        Assert.True((await integration.InitAsync()).IsSuccess);
        Assert.Equal("ok", await AnswerAsync(integration));
    }

    private static async Task<object?> AnswerAsync(DynamicIntegration integration)
    {
        var result = await integration.As<ISupportsHttpRequest>().HandleHttpRequest(new DefaultHttpContext(), null, "hook", TestContext.Current.CancellationToken);
        var answer = Assert.IsType<ObjectResult>(result);
        Assert.Equal(200, answer.StatusCode);
        return answer.Value;
    }
}
