using System.Globalization;
using System.Text.Json;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Immy.Typed.Server.Cluster;

/// <summary>
/// The machines of the cluster in our own database, with our own migrations: Orleans' own provider wants tables made by
/// hand from scripts that no package has. Each change holds the versions that it read against those in the database.
/// </summary>
internal sealed class MembershipTable(IServiceScopeFactory scopes) : IMembershipTable
{
    // The migrations have made the tables before the cluster starts.
    public Task InitializeMembershipTable(bool tryInitTableVersion) => Task.CompletedTask;

    public Task DeleteMembershipTableEntries(string clusterId) => UseAsync(static database => database.ClusterMachines.ExecuteDeleteAsync());

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
        => UseAsync(database => database.ClusterMachines.Where(member => member.Status == SiloStatus.Dead && member.AliveAt < beforeDate.ToUniversalTime()).ExecuteDeleteAsync());

    public Task<MembershipTableData> ReadRow(SiloAddress key) => UseAsync(async database =>
    {
        var address = key.ToParsableString();
        return Data(await ViewAsync(database), await database.ClusterMachines.AsNoTracking().Where(member => member.Address == address).ToListAsync());
    });

    public Task<MembershipTableData> ReadAll() => UseAsync(async database => Data(await ViewAsync(database), await database.ClusterMachines.AsNoTracking().ToListAsync()));

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => SaveAsync(tableVersion, database =>
    {
        var member = new ClusterMachine { Address = entry.SiloAddress.ToParsableString(), HostName = entry.HostName, Name = entry.SiloName };
        Apply(member, entry);
        database.Add(member);
        return Task.FromResult(true);
    });

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => SaveAsync(tableVersion, async database =>
    {
        var address = entry.SiloAddress.ToParsableString();
        if (await database.ClusterMachines.SingleOrDefaultAsync(member => member.Address == address) is not { } member || Text(member.Version) != etag)
        {
            return false;
        }

        Apply(member, entry);
        member.Version++;
        return true;
    });

    public Task UpdateIAmAlive(MembershipEntry entry) => UseAsync(database =>
    {
        var address = entry.SiloAddress.ToParsableString();
        return database.ClusterMachines.Where(member => member.Address == address).ExecuteUpdateAsync(update => update.SetProperty(static member => member.AliveAt, Utc(entry.IAmAliveTime)));
    });

    private static void Apply(ClusterMachine member, MembershipEntry entry)
    {
        (member.HostName, member.Name, member.Status, member.ProxyPort) = (entry.HostName, entry.SiloName, entry.Status, entry.ProxyPort);
        (member.StartedAt, member.AliveAt) = (Utc(entry.StartTime), Utc(entry.IAmAliveTime));
        member.Suspicions = JsonSerializer.Serialize((entry.SuspectTimes ?? []).Select(static suspicion => new Suspicion(suspicion.Item1.ToParsableString(), Utc(suspicion.Item2))));
    }

    private static Task<ClusterView> ViewAsync(ImmyDbContext database) => database.ClusterViews.AsNoTracking().SingleAsync();

    private static MembershipTableData Data(ClusterView view, List<ClusterMachine> members) => new(
        [.. members.Select(static member => Tuple.Create(Entry(member), Text(member.Version)))], new TableVersion(view.Version, Text(view.Version)));

    private static MembershipEntry Entry(ClusterMachine member) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(member.Address),
        HostName = member.HostName,
        SiloName = member.Name,
        Status = member.Status,
        ProxyPort = member.ProxyPort,
        StartTime = member.StartedAt.UtcDateTime,
        IAmAliveTime = member.AliveAt.UtcDateTime,
        SuspectTimes = [.. JsonSerializer.Deserialize<Suspicion[]>(member.Suspicions)!.Select(static suspicion => Tuple.Create(SiloAddress.FromParsableString(suspicion.By), suspicion.At.UtcDateTime))],
    };

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    // False when another machine came first: Orleans reads again and decides anew.
    private Task<bool> SaveAsync(TableVersion next, Func<ImmyDbContext, Task<bool>> change) => UseAsync(async database =>
    {
        var view = await database.ClusterViews.SingleAsync();
        if (Text(view.Version) != next.VersionEtag || !await change(database))
        {
            return false;
        }

        view.Version = next.Version;
        try
        {
            await database.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    });

    private async Task<T> UseAsync<T>(Func<ImmyDbContext, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ImmyDbContext>());
    }

    private sealed record Suspicion(string By, DateTimeOffset At);
}
