using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Runs;

/// <summary>What is written down of the work that is done.</summary>
public sealed class RunTests
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([Password()][string]$Key) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            Write-Warning "asking with $($providerTypeFormData.Key)"
            Write-Host 'one moment'
            New-IntegrationClient 1 Contoso
            Write-Error 'page 2 failed'
        }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_is_a_run_and_its_blocks_are_parts_of_it_with_their_streams()
    {
        await using var server = await TestServer.StartAsync();
        var link = await LinkAsync(server);
        var (_, synced) = await server.PostAsync($"provider-links/{link}/clients/sync", new { });
        Assert.Equal(1, synced.GetProperty("added").GetInt32());

        var sync = Assert.Single(await server.ItemsAsync($"runs?providerLinkId={link}&kind=ClientSync"));
        Assert.Equal(("Ok", "test", 1), (sync.GetProperty("state").GetString(), sync.GetProperty("causedBy").GetString(), sync.GetProperty("count").GetInt32()));
        var block = Assert.Single(await server.ItemsAsync($"runs?parentId={sync.GetProperty("id").GetString()}"));
        Assert.Equal(("Partial", "ISupportsListingClients.GetClients", "ISupportsListingClients.GetClients wrote an error: page 2 failed."), (
            block.GetProperty("state").GetString(), block.GetProperty("name").GetString(), block.GetProperty("message").GetString()));

        var events = await EventsAsync(server.Client, block.GetProperty("id").GetString()!);
        Assert.Equal(
            [
                "event Warning asking with ******** Acme.ps1 3",
                "event Host one moment  ",
                "event Error page 2 failed Acme.ps1 6",
                "event Problem error IMMY202: ISupportsListingClients.GetClients wrote an error: page 2 failed. Acme.ps1 6",
                "end Partial",
            ],
            events);
    }

    [Fact]
    public async Task Init_and_health_checks_are_runs_of_a_job()
    {
        await using var server = await TestServer.StartAsync();
        var link = await LinkAsync(server);

        var runs = await server.ItemsAsync($"runs?providerLinkId={link}&kind=Block");
        Assert.Equal(["IProvider.HealthCheck Ok job", "IProvider.Init Ok job"], runs.Select(static run => $"{run.GetProperty("name")} {run.GetProperty("state")} {run.GetProperty("causedBy")}").Order());
    }

    [Fact]
    public async Task Events_arrive_while_the_run_goes_on()
    {
        await using var held = await Held.StartAsync();
        await using var server = await TestServer.StartAsync();
        var script = Script.Replace("Write-Host 'one moment'", $"Invoke-RestMethod {held.Url} | Out-Null", StringComparison.Ordinal);
        var link = await LinkAsync(server, script);
        var sync = server.PostAsync($"provider-links/{link}/clients/sync", new { });
        await held.Asked;
        var waitedFor = (await server.ItemsAsync("runs?kind=ClientSync"))[0].GetProperty("id").GetString();
        using var cancel = await server.Client.PostAsync($"runs/{waitedFor}/cancel", null, Token);
        Assert.Equal(
            (409, $"The run {waitedFor} is a part of another one, is waited for by whoever asked, or has just ended. Only work that was begun by a request that answered 202 can be stopped; otherwise stop the run that it is a part of, or hang up."),
            ((int)cancel.StatusCode, await Detail(cancel)));
        var running = Assert.Single(await server.ItemsAsync($"runs?providerLinkId={link}&state=Running&kind=Block"));

        using var reader = new StreamReader(await server.Client.GetStreamAsync($"runs/{running.GetProperty("id").GetString()}/events", Token));
        Assert.Equal("event: event", await reader.ReadLineAsync(Token));
        Assert.Contains("asking with", await reader.ReadLineAsync(Token), StringComparison.Ordinal);
        held.Release();
        Assert.Contains("page 2 failed", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        await sync;
    }

    [Fact]
    public async Task A_run_whose_process_is_gone_is_marked_as_interrupted()
    {
        await using var server = await TestServer.StartAsync();
        var (lost, refusal) = await CancelLostAsync(server);
        if (refusal.Detail == $"The run {lost} has ended already: Interrupted. There is nothing to stop.")
        {
            // The server looks by itself after its start, and did so in between; it does not again for a minute.
            (lost, refusal) = await CancelLostAsync(server);
        }

        Assert.Equal(
            (409, $"The machine 127.0.0.1:1@1, where the run {lost} went on, is gone. Within a minute the run is marked as interrupted; there is nothing to stop."),
            refusal);

        await server.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<InterruptedRuns>().Single().MarkAsync(Token);

        var run = await server.GetAsync($"runs/{lost}");
        Assert.Equal(("Interrupted", "The server ended while it went on. What it had not saved was not done; a job does it again at its next time."), (run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task An_unknown_run_and_one_that_cannot_be_stopped_are_told()
    {
        await using var server = await TestServer.StartAsync();
        var id = Guid.NewGuid();
        using var unknown = await server.Client.GetAsync($"runs/{id}/events", Token);
        Assert.Equal((404, $"There is no run {id}."), ((int)unknown.StatusCode, await Detail(unknown)));

        await LinkAsync(server);
        var ended = (await server.ItemsAsync("runs"))[0].GetProperty("id").GetString();
        using var cancel = await server.Client.PostAsync($"runs/{ended}/cancel", null, Token);
        Assert.Equal(409, (int)cancel.StatusCode);
        Assert.Equal($"The run {ended} has ended already: Ok. There is nothing to stop.", await Detail(cancel));
    }

    private static async Task<(Guid Lost, (int Status, string? Detail) Refusal)> CancelLostAsync(TestServer server)
    {
        var lost = await LoseAsync(server);
        using var cancel = await server.Client.PostAsync($"runs/{lost}/cancel", null, Token);
        return (lost, ((int)cancel.StatusCode, await Detail(cancel)));
    }

    private static async Task<Guid> LoseAsync(TestServer server)
    {
        var lost = new Run { Id = RunIds.Next(), Kind = RunKind.AgentSync, Name = "Sync of agents", CausedBy = "job", Owner = "127.0.0.1:1@1", StartedAt = DateTimeOffset.UtcNow };
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        database.Add(lost);
        await database.SaveChangesAsync(Token);
        return lost.Id;
    }

    private static async Task<string?> Detail(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString();

    private static async Task<string> LinkAsync(TestServer server, string script = Script)
    {
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script });
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Key = "a-very-secret-key" } });
        return link.GetProperty("id").GetString()!;
    }

    private static async Task<IReadOnlyList<string>> EventsAsync(HttpClient client, string run)
    {
        var lines = (await client.GetStringAsync($"runs/{run}/events", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => Text(JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..])))];
    }

    private static string Text(JsonElement item) => item.TryGetProperty("state", out var state)
        ? $"end {state}"
        : $"event {item.GetProperty("kind")} {item.GetProperty("text")} {item.GetProperty("file")} {item.GetProperty("line")}";
}
