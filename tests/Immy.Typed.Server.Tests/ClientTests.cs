using System.Net.Http.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests;

/// <summary>Clients over real HTTP: synced, mapped, and never removed by an answer that is not to be trusted.</summary>
public sealed class ClientTests
{
    // What the remote system answers stands in the form, so that a test can say it. Names are ids, in upper case.
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Path) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            foreach ($id in (Invoke-RestMethod $providerTypeFormData.Path)) {
                if ($id -eq 'broken') { Write-Error 'page 2 failed' } elseif ($id -eq 'down') { throw 'the API is down' } else { New-IntegrationClient $id $id.ToUpper() }
            }
        }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_adds_renames_and_removes_and_keeps_the_mapping_of_one_that_returns()
    {
        await using var world = await World.StartAsync(Script);
        Assert.Equal("5 0 0 0 0 ", await world.SyncAsync("a", "b", "c", "d", "e"));
        var tenant = (await world.Server.PostAsync("tenants", new { name = "Contoso" })).Answer.GetProperty("id").GetString();
        var client = (await world.ClientsAsync())[0].GetProperty("id").GetString();
        using var mapped = await world.Server.Client.PutAsJsonAsync($"{world.Path}/clients/{client}/tenant", new { tenantId = tenant }, Token);
        Assert.Equal(204, (int)mapped.StatusCode);

        Assert.Equal("0 0 0 1 0 ", await world.SyncAsync("b", "c", "d", "e"));
        Assert.NotNull((await world.ClientsAsync())[0].GetProperty("goneAt").GetString());
        Assert.Equal("1 0 1 0 0 ", await world.SyncAsync("a", "b", "c", "d", "e", "f"));

        var returned = (await world.ClientsAsync())[0];
        Assert.Equal((client, "Contoso", null), (returned.GetProperty("id").GetString(), returned.GetProperty("tenantName").GetString(), returned.GetProperty("goneAt").GetString()));
    }

    [Fact]
    public async Task Clients_are_matched_with_tenants_of_the_same_name_and_what_a_person_mapped_stays()
    {
        await using var world = await World.StartAsync(Script);
        await world.SyncAsync("contoso", "fabrikam", "woodgrove");
        var fabrikam = (await world.Server.PostAsync("tenants", new { name = "Fabrikam" })).Answer.GetProperty("id").GetString();
        await world.Server.PostAsync("tenants", new { name = " Contoso " });
        await world.Server.PostAsync("tenants", new { name = "Woodgrove" });
        using var mapped = await world.Server.Client.PutAsJsonAsync($"{world.Path}/clients/{(await world.ClientsAsync())[2].GetProperty("id").GetString()}/tenant", new { tenantId = fabrikam }, Token);
        await world.SyncAsync("contoso", "fabrikam", "woodgrove", "litware");

        var (_, match) = await world.Server.PostAsync($"{world.Path}/clients/match", new { });

        Assert.Equal(["CONTOSO", "FABRIKAM"], match.GetProperty("mapped").EnumerateArray().Select(static client => client.GetProperty("name").GetString()));
        Assert.Equal(["LITWARE"], match.GetProperty("unmatched").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(["Contoso", "Fabrikam", null, "Fabrikam"], (await world.ClientsAsync()).Select(static client => client.GetProperty("tenantName").GetString()?.Trim()));
    }

    [Fact]
    public async Task A_failed_answer_changes_nothing()
    {
        await using var world = await World.StartAsync(Script);
        await world.SyncAsync("a", "b");

        Assert.Contains("the API is down", await world.SyncAsync("c", "down"), StringComparison.Ordinal);
        Assert.Equal(["A", "B"], (await world.ClientsAsync()).Select(static client => client.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_partial_answer_adds_but_removes_nothing()
    {
        await using var world = await World.StartAsync(Script);
        await world.SyncAsync("a", "b", "c", "d", "e", "f");

        Assert.Equal("1 0 0 0 0 1 clients were not listed, but the answer was partial: none is removed.", await world.SyncAsync("a", "b", "c", "d", "e", "g", "broken"));
    }

    [Theory]
    [InlineData("0 0 0 0 2 2 of 5 clients are not listed any more, which is more than 20 % or all. Nothing is removed until somebody confirms it: sync again with confirmRemovals=true.", "a", "b", "c")]
    [InlineData("0 0 0 0 5 5 of 5 clients are not listed any more, which is more than 20 % or all. Nothing is removed until somebody confirms it: sync again with confirmRemovals=true.")]
    public async Task Many_removals_wait_for_a_person(string expected, params string[] left)
    {
        await using var world = await World.StartAsync(Script);
        await world.SyncAsync("a", "b", "c", "d", "e");

        Assert.Equal(expected, await world.SyncAsync(left));
        Assert.All(await world.ClientsAsync(), static client => Assert.Null(client.GetProperty("goneAt").GetString()));
        Assert.Equal($"0 0 0 {5 - left.Length} 0 ", await world.ConfirmAsync());
    }

    [Fact]
    public async Task A_tenant_that_is_not_there_is_named()
    {
        await using var world = await World.StartAsync(Script);
        await world.SyncAsync("a");
        var client = (await world.ClientsAsync())[0].GetProperty("id").GetString();

        using var response = await world.Server.Client.PutAsJsonAsync($"{world.Path}/clients/{client}/tenant", new { tenantId = Guid.Empty }, Token);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains($"There is no tenant {Guid.Empty}.", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}
