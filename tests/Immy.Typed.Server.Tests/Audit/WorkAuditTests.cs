using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Retention;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Agents;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Server.Tests.Audit;

/// <summary>What goes around the tracking of changes, or happens without a request, is written down too where it changes what people edit.</summary>
public sealed class WorkAuditTests
{
    private const string Password = "correct horse battery staple";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_links_an_agent_and_a_person_who_has_one_deleted_are_written_down_and_a_sync_is_not()
    {
        await using var fleet = await Fleet.StartAsync();
        await fleet.SyncAsync(new { id = "a1", client = "c1", serial = "SN-4711" });
        var agent = Assert.Single(await fleet.Server.ItemsAsync("agents")).GetProperty("id").GetString()!;
        await using (var scope = fleet.Server.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
            database.Add(new Computer { Name = "PC-1", TenantId = Guid.Parse(fleet.Contoso), SerialNumber = "SN-4711", CreatedAt = DateTimeOffset.UtcNow });
            await database.SaveChangesAsync(Token);
        }

        var runs = fleet.Server.Services.GetRequiredService<RunLog>();
        await runs.DoAsync(RunKind.Identification, "test", Guid.Parse(fleet.Link), "job", run => fleet.Server.Services.GetRequiredService<AgentMatcher>().MatchAsync(Guid.Parse(fleet.Link), run, Token));
        using var deleted = await fleet.Server.Client.DeleteAsync($"agents/{agent}", Token);
        Assert.Equal(204, (int)deleted.StatusCode);

        Assert.Equal(["job Changed agent A1 ComputerId", "test Deleted agent A1 "], (await fleet.Server.ItemsAsync("audit?subject=agent")).Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gone_agents_that_are_deleted_a_revoked_key_of_a_webhook_and_a_user_who_is_locked_are_written_down()
    {
        await using var fleet = await Fleet.StartAsync("--Server:Retention:GoneAgents", "1.00:00:00");
        await using (var scope = fleet.Server.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
            database.Add(new RemoteAgent { ProviderLinkId = Guid.Parse(fleet.Link), ExternalAgentId = "old", Name = "old", GoneAt = DateTimeOffset.UtcNow.AddDays(-2) });
            await database.SaveChangesAsync(Token);
        }

        Assert.Equal(1, (await fleet.Server.Services.GetServices<IHostedService>().OfType<Retirement>().Single().DeleteAsync(Token)).Agents);
        var (_, key) = await fleet.Server.PostAsync($"provider-links/{fleet.Link}/webhook/keys", new { name = "first" });
        using var revoked = await fleet.Server.Client.DeleteAsync($"provider-links/{fleet.Link}/webhook/keys/{key.GetProperty("id").GetString()}", Token);
        Assert.Equal(204, (int)revoked.StatusCode);
        await fleet.Server.PostAsync("users", new { userName = "Anna", password = Password, role = "Reader" });
        using var browser = new Browser(fleet.Server);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync("Anna", "a wrong password");
        }

        var lines = (await fleet.Server.ItemsAsync("audit?limit=100")).Select(Line).ToList();
        Assert.Contains("server Changed user Anna LockedUntil", lines);
        Assert.Contains("test Created webhook-key first ", lines);
        Assert.Contains("test Deleted webhook-key first ", lines);
        Assert.Single(lines, static line => line.StartsWith("server Deleted agent 1 that were gone before ", StringComparison.Ordinal));
    }

    private static string Line(JsonElement entry)
        => $"{entry.GetProperty("actor")} {entry.GetProperty("action")} {entry.GetProperty("subject")} {entry.GetProperty("subjectName")} {string.Join(", ", entry.GetProperty("fields").EnumerateArray())}";
}
