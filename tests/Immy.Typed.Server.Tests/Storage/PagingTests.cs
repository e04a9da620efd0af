using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Storage;

/// <summary>Lists come page by page, in an order that additions do not shift.</summary>
public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_comes_in_pages_of_the_size_that_is_asked_for()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var name in new[] { "e", "c", "a", "d", "b" })
        {
            await server.PostAsync("tenants", new { name });
        }

        var first = await server.GetAsync("tenants?limit=2");
        // What is added before the place that was reached changes nothing of the pages to come.
        await server.PostAsync("tenants", new { name = "aa" });
        var second = await server.GetAsync($"tenants?limit=2&after={first.GetProperty("next").GetString()}");
        var third = await server.GetAsync($"tenants?limit=2&after={second.GetProperty("next").GetString()}");

        Assert.Equal(["a b", "c d", "e"], new[] { first, second, third }.Select(Names));
        Assert.Equal(JsonValueKind.Null, third.GetProperty("next").ValueKind);
        Assert.Equal("aa", Names(await server.GetAsync("tenants?name=AA")));
    }

    [Fact]
    public async Task Versions_come_newest_first_page_by_page()
    {
        await using var server = await TestServer.StartAsync();
        var path = $"integration-types/{(await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey })).Answer.GetProperty("id").GetString()}";
        for (var version = 2; version <= 3; version++)
        {
            using var read = await server.Client.GetAsync(path, Token);
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { name = "Acme", script = Scripts.WithKey + $"\n# {version}" }) };
            request.Headers.IfMatch.Add(read.Headers.ETag!);
            using var saved = await server.Client.SendAsync(request, Token);
            Assert.Equal(200, (int)saved.StatusCode);
        }

        var first = await server.GetAsync(path + "/versions?limit=2");
        var second = await server.GetAsync($"{path}/versions?limit=2&after={first.GetProperty("next").GetString()}");

        Assert.Equal([3, 2, 1], new[] { first, second }.SelectMany(static page => page.GetProperty("items").EnumerateArray()).Select(static version => version.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task A_parameter_that_is_not_right_is_named_with_what_it_must_be()
    {
        await using var server = await TestServer.StartAsync();
        var refusals = new (string Path, string Field, string Message)[]
        {
            ("tenants?limit=0", "limit", "limit is 0. Send a number from 1 to 500, or leave it out."),
            ("tenants?limit=501", "limit", "limit is 501. Send a number from 1 to 500, or leave it out."),
            ("tenants?limit=many", "limit", "limit is 'many'. Send a whole number."),
            ("tenants?after=x!", "after", "after is 'x!', which is no place in this list. Send the 'next' of the page before, or leave it out to begin."),
            ("tenants?after=MQo", "after", "after is 'MQo', which is no place in this list. Send the 'next' of the page before, or leave it out to begin."),
            ("provider-links?health=Fine", "health", "health is 'Fine'. Send one of Unknown, Healthy, Degraded, Unhealthy, Disabled."),
            ("provider-links?integrationTypeId=7", "integrationTypeId", "integrationTypeId is '7'. Send an id, as another answer gave it."),
            ($"provider-links/{Guid.Empty}/clients?gone=maybe", "gone", "gone is 'maybe'. Send true or false."),
        };

        foreach (var (path, field, message) in refusals)
        {
            using var response = await server.Client.GetAsync(path, Token);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal((400, message), ((int)response.StatusCode, problem.GetProperty("errors").GetProperty(field)[0].GetString()));
        }
    }

    private static string Names(JsonElement page) => string.Join(' ', page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("name").GetString()));
}
