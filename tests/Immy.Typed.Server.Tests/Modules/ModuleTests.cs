using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Modules;

/// <summary>Module scripts that people save.</summary>
public sealed class ModuleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Script = """
        Import-Module MODULE
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-UnhealthyResult (Get-AcmeWord) }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task A_module_is_found_by_scripts_and_its_new_version_reaches_the_links()
    {
        var path = "module-scripts/Acme-Words";
        Assert.Equal(201, (await PutAsync(path, "function Get-AcmeWord { 'one' }")).Status);
        var link = await fixture.LinkAsync(await fixture.TypeAsync(Script.Replace("MODULE", "acme-words", StringComparison.Ordinal)), new { });
        Assert.Equal("one", (await Server.GetAsync(link)).GetProperty("healthMessage").GetString());

        var (status, saved) = await Server.EditAsync(HttpMethod.Put, path, new { script = "function Get-AcmeWord { 'two' }", note = "better" });

        Assert.True(status == 200, saved.ToString());
        await Waiting.ForAsync(() => Server.GetAsync(link), static read => read.GetProperty("healthMessage").GetString() == "two");
        Assert.Equal(["2 better", "1 "], (await Server.ItemsAsync(path + "/versions")).Select(static version => $"{version.GetProperty("number")} {version.GetProperty("note")}"));
        Assert.Equal("function Get-AcmeWord { 'one' }", (await Server.GetAsync(path + "/versions/1")).GetProperty("script").GetString());
        Assert.Contains("+function Get-AcmeWord { 'two' }", await Server.Client.GetStringAsync(path + "/versions/1/diff/2", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_is_taken_up_again()
    {
        const string Path = "module-scripts/Acme-Back";
        await PutAsync(Path, "# one");
        await Server.EditAsync(HttpMethod.Put, Path, new { script = "# two" });

        using var unread = await Server.Client.PostAsync(Path + "/versions/1/rollback", null, Token);
        Assert.Equal(428, (int)unread.StatusCode);
        var (status, missing) = await Server.EditAsync(HttpMethod.Post, Path + "/versions/7/rollback", new { }, Path);
        Assert.Equal((404, "There is no version 7 of a module script 'Acme-Back'."), (status, missing.GetProperty("detail").GetString()));

        Assert.Equal(200, (await Server.EditAsync(HttpMethod.Post, Path + "/versions/1/rollback", new { }, Path)).Status);
        Assert.Equal("# one", (await Server.GetAsync(Path)).GetProperty("script").GetString());
        Assert.Equal(["3 Back to version 1.", "2 ", "1 "], (await Server.ItemsAsync(Path + "/versions")).Select(static version => $"{version.GetProperty("number")} {version.GetProperty("note")}"));
    }

    [Fact]
    public async Task A_module_that_does_not_parse_is_refused_with_line_and_column()
    {
        var (status, problem) = await PutAsync("module-scripts/Broken", "function Get-AcmeWord {\n  'one'");

        Assert.Equal((422, "IMMY101", "Broken.psm1", 1, 23), (status,
            problem.GetProperty("problems")[0].GetProperty("id").GetString(),
            problem.GetProperty("problems")[0].GetProperty("file").GetString(),
            problem.GetProperty("problems")[0].GetProperty("line").GetInt32(),
            problem.GetProperty("problems")[0].GetProperty("column").GetInt32()));
        Assert.Equal(404, await StatusAsync("module-scripts/Broken"));
    }

    [Fact]
    public async Task Modules_that_come_along_are_listed_replaced_and_come_back()
    {
        var bundled = (await Server.ItemsAsync("module-scripts")).First(static module => module.GetProperty("isBundled").GetBoolean()).GetProperty("name").GetString();
        var path = $"module-scripts/{bundled}";
        var text = (await Server.GetAsync(path)).GetProperty("script").GetString();

        using var refused = await Server.Client.DeleteAsync(path, Token);
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains($"The module script '{bundled}' comes along with the server and cannot be deleted.", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var versions = await Server.Client.GetAsync(path + "/versions", Token);
        Assert.Equal(
            $"There is no version of the module script '{bundled}'. It comes along with the server; one of the same name that is saved has versions.",
            JsonElement.Parse(await versions.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString());
        Assert.Equal(201, (await PutAsync(path, "# mine")).Status);
        Assert.Equal("# mine", (await Server.GetAsync(path)).GetProperty("script").GetString());
        Assert.Equal(204, (await Server.EditAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(text, (await Server.GetAsync(path)).GetProperty("script").GetString());
    }

    [Theory]
    [InlineData("module-scripts/a%20b", "name", "A module cannot be named 'a b'. Use letters, digits, '.', '-' and '_', at most 100 of them, and no '.' at either end.")]
    [InlineData("module-scripts/Empty", "script", "The module script needs a script.")]
    public async Task What_is_wrong_is_named(string path, string field, string message)
    {
        var (status, problem) = await PutAsync(path, " ");

        Assert.Equal((400, message), (status, problem.GetProperty("errors").GetProperty(field)[0].GetString()));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_an_unknown_name_has_its_nearest()
    {
        await PutAsync("module-scripts/Acme-Stale", "# one");

        Assert.Equal(428, (await PutAsync("module-scripts/acme-stale", "# two")).Status);
        using var missing = await Server.Client.GetAsync("module-scripts/Acme-Stall", Token);
        Assert.Equal("There is no module script 'Acme-Stall'. Did you mean 'Acme-Stale'?", JsonElement.Parse(await missing.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString());
    }

    private async Task<int> StatusAsync(string path)
    {
        using var response = await Server.Client.GetAsync(path, Token);
        return (int)response.StatusCode;
    }

    private async Task<(int Status, JsonElement Answer)> PutAsync(string path, string script)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(Server.Client, path, new { script }, Token);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)));
    }
}
