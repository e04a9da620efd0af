using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Immy.Typed.Server.OpenApi;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.OpenApi;

/// <summary>What the API says of itself.</summary>
public sealed partial class DocumentTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Renew = "IMMY_RENEW_OPENAPI";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_the_one_that_is_kept()
    {
        var file = Path.Combine(Root(), "docs", "server", "openapi.json");
        var now = await ReadAsync();
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            await File.WriteAllTextAsync(file, now + "\n", Token);
        }

        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file, Token)).TrimEnd() : "";
        var place = now.Zip(kept).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.True(
            now == kept,
            $"The API is not the one that docs/server/openapi.json keeps; they differ at '{now.Substring(place, Math.Min(80, now.Length - place))}'. Where that is meant, renew it: run this test with {Renew}=1, and look at its difference before you commit it.");
    }

    [Fact]
    public void Every_operation_is_described_and_every_description_has_its_operation()
    {
        var routes = fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static route => route.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Select(static route => ApiOperations.KeyOf(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], route.RoutePattern.RawText!))
            .Order(StringComparer.Ordinal);

        Assert.Equal(ApiOperations.All.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public async Task Anybody_reads_it_and_it_is_OpenApi_3_1()
    {
        using var client = fixture.Server.ClientWith(null);
        using var response = await client.GetAsync(new Uri(client.BaseAddress!, "/openapi/v1.json"), Token);

        var document = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task An_edit_has_its_states_its_refusals_and_an_example()
    {
        var operation = await OperationAsync("/api/v1/provider-links/{id}", "put");

        Assert.StartsWith("Changes a provider link", operation.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("Needs the role Administrator, or a higher one.", operation.GetProperty("description").GetString());
        Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), static parameter => parameter.GetProperty("name").GetString() == "If-Match");
        Assert.True(operation.GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _));
        Assert.Equal(["200", "400", "401", "403", "404", "409", "412", "428"], operation.GetProperty("responses").EnumerateObject().Select(static response => response.Name).Order(StringComparer.Ordinal));
        Assert.True(operation.GetProperty("responses").GetProperty("412").GetProperty("content").TryGetProperty("application/problem+json", out _));
        Assert.Equal("SentinelOne of Contoso", operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Blocks_are_typed_from_their_contracts()
    {
        var operation = await OperationAsync("/api/v1/provider-links/{id}/capabilities/ISupportsMaintenanceMode/EnableMaintenanceMode", "post");
        var list = await OperationAsync("/api/v1/provider-links/{id}/capabilities/ISupportsListingClients/GetClients", "post");

        var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.Equal(["agent", "duration"], body.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal("string", body.GetProperty("properties").GetProperty("agent").GetProperty("properties").GetProperty("externalAgentId").GetProperty("type").GetString());
        Assert.True(operation.GetProperty("responses").TryGetProperty("204", out _));
        var answers = list.GetProperty("responses").GetProperty("200").GetProperty("content");
        Assert.Equal(["application/json", "application/x-ndjson"], answers.EnumerateObject().Select(static answer => answer.Name));
        Assert.True(answers.GetProperty("application/json").GetProperty("schema").GetProperty("items").GetProperty("properties").TryGetProperty("externalClientId", out _));
        Assert.False(JsonElement.Parse(await ReadAsync()).GetProperty("paths").TryGetProperty("/api/v1/provider-links/{id}/capabilities/ISupportsHttpRequest/HandleHttpRequest", out _));
    }

    [Fact]
    public async Task What_may_be_null_is_null_or_something_else_and_what_may_be_made_says_so()
    {
        Assert.DoesNotContain("\"oneOf\"", await ReadAsync(), StringComparison.Ordinal);
        Assert.True((await OperationAsync("/api/v1/module-scripts/{name}", "put")).GetProperty("responses").TryGetProperty("201", out _));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var text = await ReadAsync();
        var schemas = JsonElement.Parse(text).GetProperty("components").GetProperty("schemas").EnumerateObject().Select(static schema => schema.Name).ToHashSet();

        Assert.All(Reference.Matches(text), reference => Assert.Contains(reference.Groups[1].Value, schemas));
    }

    [Fact]
    public async Task The_page_fetches_nothing_from_elsewhere()
    {
        using var client = fixture.Server.ClientWith(null);
        using var response = await client.GetAsync(new Uri(client.BaseAddress!, "/reference/"), Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("connect-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var sources = Source.Matches(page).Select(static source => source.Groups[1].Value).ToList();
        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            Assert.DoesNotContain("//", source, StringComparison.Ordinal);
            using var asset = await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, source), Token);
            Assert.True(asset.IsSuccessStatusCode, source);
        }
    }

    [GeneratedRegex("\"\\$ref\": \"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference { get; }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Source { get; }

    private async Task<JsonElement> OperationAsync(string path, string method) => JsonElement.Parse(await ReadAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);

    private Task<string> ReadAsync() => fixture.Server.Client.GetStringAsync(new Uri(fixture.Server.Client.BaseAddress!, "/openapi/v1.json"), Token);

    private static string Root() => typeof(DocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "Root").Value!;
}
