using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Webhooks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Sends a real web request to the integration's address, as SentinelOne does when it finds a threat.</summary>
internal sealed class HandleHttpRequestStep() : DemoStep(nameof(ISupportsHttpRequest), nameof(ISupportsHttpRequest.HandleHttpRequest))
{
    private const int ProviderLinkId = 1;

    public override string Call => "((ISupportsHttpRequest)integration).HandleHttpRequest(httpContext, body, route, cancellationToken)";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var integration = (ISupportsHttpRequest)(object)world.Integration;
        await using var listener = await WebhookListener.StartAsync(ProviderLinkId, integration, cancellationToken).ConfigureAwait(false);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await client.PostAsJsonAsync(new Uri(listener.Address, "threats"), Threat(world), cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var answer = new WebAnswer((int)response.StatusCode, Parsed(body), response.Content.Headers.ContentType?.ToString());
        return StepAnswer.One(answer, response.IsSuccessStatusCode ? null : $"The request was answered with status {answer.StatusCode}.");
    }

    private static object Threat(DemoWorld world)
    {
        var agent = world.Api.Agents[0];
        return new
        {
            threatInfo = new
            {
                threatId = "1702941854027654321",
                threatName = "eicar.com",
                classification = "Malware",
                confidenceLevel = "malicious",
                mitigationStatus = "mitigated",
            },
            agentRealtimeInfo = new { agentComputerName = agent.ComputerName, agentUuid = agent.Uuid, siteId = agent.SiteId },
        };
    }

    private static object? Parsed(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
