using Immy.Typed.Server.Retention;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Server.Tests.Retention;

/// <summary>What is past is kept as long as the configuration says.</summary>
public sealed class RetirementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_runs_go_with_their_events_and_what_is_younger_or_goes_on_stays()
    {
        await using var server = await TestServer.StartAsync(null, "--Server:Retention:Runs", "10.00:00:00");
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var (old, young, open) = (Run(12, ended: true), Run(8, ended: true), Run(12, ended: false));
        database.AddRange(old, young, open, new RunEvent { RunId = old.Id, At = old.StartedAt, Kind = RunEventKind.Note, Text = "old" }, new RunEvent { RunId = young.Id, At = young.StartedAt, Kind = RunEventKind.Note, Text = "young" });
        await database.SaveChangesAsync(Token);

        var retirement = server.Services.GetServices<IHostedService>().OfType<Retirement>().Single();
        Assert.Equal(1, (await retirement.DeleteAsync(Token)).Runs);

        Assert.Equal([young.Id, open.Id], (await database.Runs.AsNoTracking().Where(run => run.Name == "test").Select(static run => run.Id).ToListAsync(Token)).OrderBy(id => id == open.Id));
        Assert.Equal("young", Assert.Single(await database.RunEvents.AsNoTracking().Where(happened => happened.RunId == old.Id || happened.RunId == young.Id).ToListAsync(Token)).Text);
    }

    private static Run Run(int days, bool ended) => new()
    {
        Id = RunIds.Next(),
        Kind = RunKind.AgentSync,
        Name = "test",
        CausedBy = "job",
        Owner = "nobody",
        StartedAt = DateTimeOffset.UtcNow.AddDays(-days),
        EndedAt = ended ? DateTimeOffset.UtcNow.AddDays(-days) : null,
        State = ended ? RunState.Ok : RunState.Running,
    };
}
