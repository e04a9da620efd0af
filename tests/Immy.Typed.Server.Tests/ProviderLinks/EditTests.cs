using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.ProviderLinks;

/// <summary>Links that are changed, switched off, stripped of capabilities and deleted.</summary>
public sealed class EditTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Key = "good-47110815";

    private static readonly string[] Listing = ["isupportslistingclients"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Secrets_that_are_left_out_stay_as_they_are()
    {
        var link = await LinkAsync();

        var (status, saved) = await Server.EditAsync(HttpMethod.Put, link, new { name = fixture.NextName(), values = new { Url = "https://other.example" } });

        Assert.Equal((200, "Healthy", """{"Url":"https://other.example"}"""), (status, saved.GetProperty("health").GetString(), saved.GetProperty("values").GetRawText()));
        Assert.Equal("Key", saved.GetProperty("secretFields")[0].GetString());
    }

    [Fact]
    public async Task A_new_secret_is_taken_at_once()
    {
        var link = await LinkAsync();

        var (_, saved) = await Server.EditAsync(HttpMethod.Put, link, new { name = fixture.NextName(), values = new { Url = "https://other.example", Key = "wrong-47110815" } });

        Assert.Equal("Unhealthy", saved.GetProperty("health").GetString());
        Assert.Contains("refuses the key ********", saved.GetProperty("healthMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mandatory_secret_that_is_removed_is_missing()
    {
        var (status, problem) = await Server.EditAsync(HttpMethod.Put, await LinkAsync(), new { name = fixture.NextName(), values = new { Url = "https://other.example", Key = (string?)null } });

        Assert.Equal((400, "Key is mandatory."), (status, problem.GetProperty("errors").GetProperty("values.Key")[0].GetString()));
    }

    [Fact]
    public async Task A_link_is_switched_off_and_on_with_its_values()
    {
        var link = await LinkAsync();
        var name = fixture.NextName();

        var (_, off) = await Server.EditAsync(HttpMethod.Put, link, new { name, isEnabled = false });
        var (sync, refusal) = await Server.PostAsync($"{link}/clients/sync", new { });
        var (_, on) = await Server.EditAsync(HttpMethod.Put, link, new { name, isEnabled = true });

        Assert.Equal(("Disabled", false), (off.GetProperty("health").GetString(), off.GetProperty("isEnabled").GetBoolean()));
        Assert.True(sync == 409, refusal.ToString());
        Assert.Equal("The provider link is switched off. Switch it on to use it.", refusal.GetProperty("detail").GetString());
        Assert.Equal(("Healthy", true), (on.GetProperty("health").GetString(), on.GetProperty("isEnabled").GetBoolean()));
    }

    [Fact]
    public async Task An_excluded_capability_is_gone_until_it_is_given_back()
    {
        var link = await LinkAsync();
        var name = fixture.NextName();

        var (_, without) = await Server.EditAsync(HttpMethod.Put, link, new { name, excludedCapabilities = Listing });
        var (refused, refusal) = await Server.PostAsync($"{link}/clients/sync", new { });
        var (_, with) = await Server.EditAsync(HttpMethod.Put, link, new { name, excludedCapabilities = Array.Empty<string>() });
        var (synced, _) = await Server.PostAsync($"{link}/clients/sync", new { });

        Assert.Equal("ISupportsListingClients", without.GetProperty("excludedCapabilities")[0].GetString());
        Assert.True(refused == 409, refusal.ToString());
        Assert.EndsWith("does not have ISupportsListingClients: its script does not add it, or an administrator excluded it for this link.", refusal.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 200), (with.GetProperty("excludedCapabilities").GetArrayLength(), synced));
    }

    [Theory]
    [InlineData("ISupportsListingClient", "'ISupportsListingClient' is no capability. Did you mean 'ISupportsListingClients'?")]
    [InlineData("IProvider", "IProvider is part of every integration and cannot be excluded. Switch the link off instead: isEnabled false.")]
    public async Task What_cannot_be_excluded_is_told(string capability, string message)
    {
        var (status, problem) = await Server.EditAsync(HttpMethod.Put, await LinkAsync(), new { name = fixture.NextName(), excludedCapabilities = new[] { capability } });

        Assert.Equal((400, message), (status, problem.GetProperty("errors").GetProperty("excludedCapabilities")[0].GetString()));
    }

    [Fact]
    public async Task A_name_that_is_taken_or_missing_is_refused()
    {
        var link = await LinkAsync();
        var taken = (await Server.GetAsync(await LinkAsync())).GetProperty("name").GetString();

        var (conflict, told) = await Server.EditAsync(HttpMethod.Put, link, new { name = taken });
        var (missing, _) = await Server.EditAsync(HttpMethod.Put, link, new { });

        Assert.Equal((409, $"The name '{taken}' belongs to another provider link. Choose another name."), (conflict, told.GetProperty("detail").GetString()));
        Assert.Equal(400, missing);
    }

    [Fact]
    public async Task A_link_is_deleted_with_what_belongs_to_it()
    {
        var link = await LinkAsync();
        await Server.PostAsync($"{link}/clients/sync", new { });

        var (status, _) = await Server.EditAsync(HttpMethod.Delete, link);
        var (sync, _) = await Server.PostAsync($"{link}/clients/sync", new { });

        Assert.Equal((204, 404), (status, sync));
        using var gone = await Server.Client.GetAsync(link, Token);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_edit_says_what_it_read(string method)
    {
        var link = await LinkAsync();
        using var without = new HttpRequestMessage(HttpMethod.Parse(method), link) { Content = System.Net.Http.Json.JsonContent.Create(new { name = "x" }) };
        using var stale = new HttpRequestMessage(HttpMethod.Parse(method), link) { Content = System.Net.Http.Json.JsonContent.Create(new { name = "x" }) };
        stale.Headers.IfMatch.ParseAdd("\"0123456789abcdef\"");

        using var first = await Server.Client.SendAsync(without, Token);
        using var second = await Server.Client.SendAsync(stale, Token);

        Assert.Equal((428, 412), ((int)first.StatusCode, (int)second.StatusCode));
    }

    private async Task<string> LinkAsync() => await fixture.LinkAsync(await fixture.TypeAsync(Scripts.WithKey), new { Url = "https://acme.example", Key });
}
