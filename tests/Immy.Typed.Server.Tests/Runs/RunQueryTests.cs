using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Runs;

/// <summary>There are millions of runs: the lists that people ask for are read from an index, in its order.</summary>
public sealed class RunQueryTests
{
    [Theory]
    [InlineData("State", "IX_Runs_State_Id")]
    [InlineData("Link", "IX_Runs_ProviderLinkId_Id")]
    [InlineData("Parent", "IX_Runs_ParentId_Id")]
    public async Task A_list_is_read_from_its_index(string list, string index)
    {
        await using var server = await TestServer.StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var id = Guid.NewGuid();
        var query = list switch
        {
            "State" => database.Runs.InState(RunState.Failed),
            "Link" => database.Runs.Where(run => run.ProviderLinkId == id),
            _ => database.Runs.Where(run => run.ParentId == id),
        };

        var plan = await PlanAsync(database, query.OrderByDescending(static run => run.Id).Take(50));

        Assert.Contains($"USING INDEX {index} ", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(ImmyDbContext database, IQueryable<Run> query)
    {
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(reader.GetOrdinal("detail")));
        }

        return string.Join('\n', lines);
    }
}
