using System.Data.Common;
using System.Text.Json;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Faults;

/// <summary>A SQLite file that is locked or full: refused with the reason, and all goes on afterwards.</summary>
public sealed class DatabaseFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_program_locks_the_database_saves_are_refused_with_the_reason()
    {
        await using var server = await TestServer.StartAsync(null, "--Server:DatabaseWait", "00:00:01");
        await using (var other = await OpenAsync(server))
        {
            await RunAsync(other, "BEGIN EXCLUSIVE");
            var (status, refused) = await server.PostAsync("tenants", new { name = "Contoso" });
            Assert.Equal((503, "The database is locked by another program or a long save. Nothing was saved; send the request again in a moment."), (status, refused.GetProperty("detail").GetString()));
            await RunAsync(other, "ROLLBACK");
        }

        Assert.Equal(201, (await server.PostAsync("tenants", new { name = "Contoso" })).Status);
    }

    [Fact]
    public async Task A_locked_database_is_no_stale_edit_and_no_link_in_use()
    {
        await using var server = await TestServer.StartAsync(null, "--Server:DatabaseWait", "00:00:01");
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        var typePath = $"integration-types/{type.GetProperty("id").GetString()}";
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Url = "x", Key = "good-1" }, isEnabled = false });
        var linkPath = $"provider-links/{link.GetProperty("id").GetString()}";
        Assert.Equal(201, (await server.EditAsync(HttpMethod.Put, "module-scripts/Acme", new { script = "# one" }, typePath)).Status);
        await using var other = await OpenAsync(server);
        await RunAsync(other, "BEGIN EXCLUSIVE");

        foreach (var edit in new[]
        {
            () => server.EditAsync(HttpMethod.Put, typePath, new { name = "Acme", script = Scripts.WithKey + "\n# two" }),
            () => server.EditAsync(HttpMethod.Put, "module-scripts/Acme", new { script = "# two" }),
            () => server.EditAsync(HttpMethod.Delete, linkPath),
        })
        {
            var (status, refused) = await edit();
            Assert.Equal((503, "The database is locked by another program or a long save. Nothing was saved; send the request again in a moment."), (status, refused.GetProperty("detail").GetString()));
        }

        await RunAsync(other, "ROLLBACK");
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_saved()
    {
        await using var server = await TestServer.StartWithAsync(static services => services.ConfigureDbContext<ImmyDbContext>(static database => database.AddInterceptors(new SmallDisk())));
        var (status, answer) = (0, default(JsonElement));
        var saved = new List<string>();
        for (var number = 0; number < 500 && status != 503; number++)
        {
            var name = $"Type {number}";
            (status, answer) = await server.PostAsync("integration-types", new { name, script = Scripts.WithKey + $"\n# {new string('x', 20_000)}" });
            if (status == 201)
            {
                saved.Add(name);
            }
        }

        Assert.Equal((503, "The disk of the database is full, or cannot be written. Nothing was saved. Free some room, and send the request again."), (status, answer.GetProperty("detail").GetString()));
        Assert.Equal(saved.Order(StringComparer.Ordinal), (await server.ItemsAsync("integration-types?limit=500")).Select(static type => type.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>Lets the file grow to 400 pages, about 1.6 MB.</summary>
    private sealed class SmallDisk : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 400";
            await command.ExecuteScalarAsync(cancellationToken);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(TestServer server)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "immy.db")};Pooling=False");
        await connection.OpenAsync(Token);
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
