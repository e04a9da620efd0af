using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.ProviderLinks;

/// <summary>Provider links over real HTTP, each at work in its grain.</summary>
public sealed class ProviderLinkTests
{
    private const string RightKey = "good-8f1c2a7e";

    [Fact]
    public async Task A_link_with_the_right_key_is_healthy_and_its_key_is_never_seen_again()
    {
        await using var server = await TestServer.StartAsync();

        var link = await CreateAsync(server, "Acme of Contoso", RightKey);

        Assert.Equal("Healthy", link.GetProperty("health").GetString());
        Assert.Equal("{\"Url\":\"https://acme.example\"}", link.GetProperty("values").GetRawText());
        Assert.Equal("Key", link.GetProperty("secretFields")[0].GetString());
        Assert.DoesNotContain(RightKey, (await server.GetAsync("provider-links")).GetRawText(), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(server.Folder, "immy.db*").Concat(Directory.EnumerateFiles(server.Folder, "*.xml", SearchOption.AllDirectories)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(RightKey)));
        }
    }

    [Fact]
    public async Task A_link_with_a_wrong_key_says_why_without_the_key()
    {
        await using var server = await TestServer.StartAsync();

        var link = await CreateAsync(server, "Acme", "a-wrong-key-2");

        Assert.Equal("Unhealthy", link.GetProperty("health").GetString());
        Assert.Equal(
            "Acme.ps1(3,35): error IMMY201: IProvider.Init failed: https://acme.example refuses the key ********. What it wrote until then is in the run's streams.",
            link.GetProperty("healthMessage").GetString());
    }

    [Fact]
    public async Task HealthCheck_does_not_cover_up_that_Init_failed()
    {
        await using var server = await TestServer.StartAsync();
        var link = await CreateAsync(server, "Acme", "a-wrong-key-2");

        var (_, health) = await server.PostAsync($"provider-links/{link.GetProperty("id").GetString()}/health-check", new { });

        Assert.Equal("Unhealthy", health.GetProperty("health").GetString());
        Assert.Contains("refuses the key", health.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_reaches_the_links()
    {
        await using var server = await TestServer.StartAsync();
        var link = await CreateAsync(server, "Acme", "a-wrong-key-2");
        var path = $"integration-types/{link.GetProperty("integrationTypeId").GetString()}";
        using var read = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = JsonContent.Create(new { name = "Acme", script = Scripts.WithKey.Replace("'good-*'", "'a-*'", StringComparison.Ordinal), note = "other keys" }),
        };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var saved = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)saved.StatusCode);

        for (var look = 0; look < 200 && (await HealthAsync(server)).Health != "Healthy"; look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(("Healthy", null), await HealthAsync(server));
    }

    [Fact]
    public async Task Keys_that_are_lost_are_told()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        await using (var server = await TestServer.StartAsync(folder))
        {
            await CreateAsync(server, "Acme", RightKey);
        }

        Directory.Delete(Path.Combine(folder, "keys"), recursive: true);
        await using (var again = await TestServer.StartAsync(folder))
        {
            var link = (await again.ItemsAsync("provider-links"))[0];
            Assert.Equal("Key", link.GetProperty("secretFields")[0].GetString());
            var (_, health) = await again.PostAsync($"provider-links/{link.GetProperty("id").GetString()}/health-check", new { });
            Assert.Equal(
                $"Its secrets cannot be decrypted: the keys in {Path.Combine(folder, "keys")} are not those that they were saved with. Bring those keys back, or save the link again.",
                health.GetProperty("message").GetString());
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_form_that_is_not_right_is_refused_by_field()
    {
        await using var server = await TestServer.StartAsync();
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });

        var (status, problem) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new Dictionary<string, string> { ["Url"] = "x", ["Kez"] = "y" } });

        Assert.Equal(400, status);
        Assert.Equal("The form has no field 'Kez'. It has: Url, Key.", problem.GetProperty("errors").GetProperty("values.Kez")[0].GetString());
        Assert.Equal("Key is mandatory.", problem.GetProperty("errors").GetProperty("values.Key")[0].GetString());
        Assert.Empty(await server.ItemsAsync("provider-links"));
    }

    [Fact]
    public async Task Links_work_again_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        string id;
        await using (var server = await TestServer.StartAsync(folder))
        {
            id = (await CreateAsync(server, "Acme", RightKey)).GetProperty("id").GetString()!;
        }

        await using (var again = await TestServer.StartAsync(folder))
        {
            var (status, health) = await again.PostAsync($"provider-links/{id}/health-check", new { });
            Assert.Equal((200, "Healthy"), (status, health.GetProperty("health").GetString()));
            Assert.Contains("ISupportsListingClients", health.GetProperty("capabilities").EnumerateArray().Select(static name => name.GetString()));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(string? Health, string? Message)> HealthAsync(TestServer server)
    {
        var link = (await server.ItemsAsync("provider-links"))[0];
        return (link.GetProperty("health").GetString(), link.GetProperty("healthMessage").GetString());
    }

    private static async Task<JsonElement> CreateAsync(TestServer server, string name, string key)
    {
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        var (status, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name, values = new Dictionary<string, string> { ["url"] = "https://acme.example", ["Key"] = key } });
        Assert.Equal(201, status);
        return link;
    }
}
