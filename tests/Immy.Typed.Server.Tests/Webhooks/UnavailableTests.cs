using System.Text.Json;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Links that take no requests.</summary>
public sealed class UnavailableTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_there_is_switched_off_or_takes_no_requests_is_told_alike()
    {
        var disabled = await server.LinkAsync("[ObjectResult]::new('ok')");
        Assert.Equal("200 ok", await disabled.AnswerAsync("{}"));
        await DisableAsync(Guid.Parse(disabled.Id));
        var lacking = await Hook.CreateOfScriptAsync(server.Server, """
            New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            """);

        var answers = new List<string>();
        foreach (var hook in (Hook[])[disabled, lacking, disabled.WithId($"{Guid.NewGuid()}"), disabled.WithId("1"), disabled.WithId("no-id")])
        {
            answers.Add(await WithoutTraceAsync(hook));
        }

        Assert.Equal("404 Not found. There is no webhook at this address.", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task One_that_is_not_initialized_is_to_be_tried_again_later()
    {
        var hook = await Hook.CreateOfScriptAsync(server.Server, """
            $Integration = New-DynamicIntegration -Init { throw 'the key is refused' } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest { [ObjectResult]::new('ok') }
            $Integration
            """);

        using var response = await hook.PostAsync("{}");
        Assert.Equal((503, TimeSpan.FromSeconds(60)), ((int)response.StatusCode, response.Headers.RetryAfter?.Delta));
        Assert.Equal("503 The integration is not ready. It has not been initialized. Send it again later.", await WithoutTraceAsync(hook));
    }

    private async Task DisableAsync(Guid link)
    {
        await using var scope = server.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.Where(candidate => candidate.Id == link)
            .ExecuteUpdateAsync(static update => update.SetProperty(static candidate => candidate.IsEnabled, false), Token);
        await server.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IProviderLinkGrain>(link).ReloadAsync();
    }

    private static async Task<string> WithoutTraceAsync(Hook hook)
    {
        var answer = await hook.AnswerAsync("{}");
        var problem = JsonSerializer.Deserialize<JsonElement>(answer[4..]);
        Assert.Equal(["type", "title", "status", "detail", "traceId"], problem.EnumerateObject().Select(static member => member.Name));
        return $"{problem.GetProperty("status")} {problem.GetProperty("title")} {problem.GetProperty("detail")}";
    }
}
