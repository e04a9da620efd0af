using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Modules;

/// <summary>A change of a module script is held against every script before it goes live.</summary>
public sealed class BrokenScriptTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Module = "module-scripts/Acme-Words";
    private const string Good = "function Get-AcmeWord { 'one' }";
    private const string Renamed = "function Get-AcmeTerm { 'one' }";

    private const string Script = """
        Import-Module Acme-Words
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-UnhealthyResult (Get-AcmeWord) }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task What_would_break_is_named_and_nothing_is_saved_until_somebody_accepts_it()
    {
        using (var saved = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(Server.Client, Module, new { script = Good }, Token))
        {
            Assert.Equal(201, (int)saved.StatusCode);
        }

        var link = await fixture.LinkAsync(await fixture.TypeAsync(Script), new { });
        await fixture.TypeAsync(Scripts.WithKey);
        Assert.Equal(201, (await Server.PostAsync("software", new { name = "Zoo", installScript = "'first'\nGet-AcmeWord" })).Status);

        var (_, check) = await Server.PostAsync(Module + "/check", new { script = Renamed });
        Assert.True(check.GetProperty("loads").GetBoolean());
        AssertBoth(check, "2,102 IMMY114");
        foreach (var (method, problem) in new[] { (HttpMethod.Put, "2,102 IMMY114"), (HttpMethod.Delete, "1,1 IMMY401") })
        {
            var (status, refused) = await Server.EditAsync(method, Module, method == HttpMethod.Put ? new { script = Renamed } : null);
            Assert.Equal(
                (409, "Scripts would be broken.", "Scripts that load now would not any more: 'Acme 1', 'Zoo'; brokenScripts tells where and why. Nothing was changed. Mend the module, or first the scripts; or send the request with ?acceptBrokenScripts=true, and mend them afterwards: what runs them fails until then."),
                (status, refused.GetProperty("title").GetString(), refused.GetProperty("detail").GetString()));
            AssertBoth(refused, problem);
        }

        Assert.Equal((1, Good), ((await Server.GetAsync(Module)).GetProperty("version").GetInt32(), (await Server.GetAsync(Module)).GetProperty("script").GetString()));

        Assert.Equal(200, (await Server.EditAsync(HttpMethod.Put, Module + "?acceptBrokenScripts=true", new { script = Renamed }, Module)).Status);
        await Waiting.ForAsync(() => Server.GetAsync(link), static read => read.GetProperty("healthMessage").GetString()!.Contains("'Get-AcmeWord' is not a command", StringComparison.Ordinal));

        // What does not load as it is stands in nobody's way.
        Assert.Equal(200, (await Server.EditAsync(HttpMethod.Put, Module, new { script = Renamed + " # again" })).Status);
        Assert.Equal(200, (await Server.EditAsync(HttpMethod.Post, Module + "/versions/1/rollback", new { }, Module)).Status);
        await Waiting.ForAsync(() => Server.GetAsync(link), static read => read.GetProperty("healthMessage").GetString() == "one");
        Assert.Equal(409, (await Server.EditAsync(HttpMethod.Post, Module + "/versions/2/rollback", new { }, Module)).Status);
        Assert.Equal(200, (await Server.EditAsync(HttpMethod.Post, Module + "/versions/2/rollback?acceptBrokenScripts=true", new { }, Module)).Status);
    }

    [Theory]
    [InlineData("function Get-AcmeWord {", false)]
    [InlineData("# nothing of interest", true)]
    public async Task A_check_saves_nothing(string script, bool loads)
    {
        var (status, check) = await Server.PostAsync("module-scripts/Unsaved/check", new { script });

        Assert.Equal((200, loads), (status, check.GetProperty("loads").GetBoolean()));
        Assert.Equal(loads ? 0 : 1, check.GetProperty("problems").GetArrayLength());
        Assert.Empty(check.GetProperty("brokenScripts").EnumerateArray());
        using var read = await Server.Client.GetAsync("module-scripts/Unsaved", Token);
        Assert.Equal(404, (int)read.StatusCode);
    }

    private static void AssertBoth(JsonElement answer, string problemOfType) => Assert.Equal(
        [$"IntegrationType Acme 1 Acme 1.ps1 {problemOfType}", "Software Zoo Install Zoo.ps1 2,1 IMMY114"],
        answer.GetProperty("brokenScripts").EnumerateArray().Select(static script =>
        {
            var problem = Assert.Single(script.GetProperty("problems").EnumerateArray());
            return $"{script.GetProperty("kind")} {script.GetProperty("name")} {problem.GetProperty("file")} {problem.GetProperty("line")},{problem.GetProperty("column")} {problem.GetProperty("id")}";
        }));
}
