using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Forms;

/// <summary>Versions of scripts: what they change for links, their differences, and the way back.</summary>
public sealed class VersionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string First = """
        $Integration = New-DynamicIntegration -Init {
            param([Parameter(Mandatory)][string]$Url, [Password()][string]$Key, [string]$Count)
            $IntegrationContext.Seen = 'first'
            [OpResult]::Ok()
        } -HealthCheck { New-UnhealthyResult $IntegrationContext.Seen }
        return $Integration
        """;

    private static readonly string Second = First.Replace("'first'", "'second'", StringComparison.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("[string]$Count", "[int]$Count", "Count", "The type changes from String to Int32. The value that the link has still fits.")]
    [InlineData("[string]$Count", "[bool]$Count", "Count", "The form field 'Count' takes a value of type Boolean, and '5' is none. Correct the value.")]
    [InlineData("[string]$Count", "[string]$Count, [Parameter(Mandatory)][string]$Tenant", "Tenant", "Tenant is mandatory.")]
    [InlineData(", [string]$Count", "", "Count", "The form has no field 'Count'. It has: Url, Key.")]
    [InlineData("[string]$Count", "[Password()][string]$Count", "Count", "The field becomes a secret. Save the link's value again, so that it is encrypted.")]
    [InlineData("[Password()][string]$Key", "[ValidateSet('a', 'b')][string]$Key", "Key", "The form field 'Key' refuses its value: '********' is none of its choices: a, b. Correct the value.")]
    public async Task A_form_that_changes_is_told_for_each_link_before_it_goes_live(string before, string after, string field, string message)
    {
        var (type, link) = await TypeWithLinkAsync();
        var script = First.Replace(before, after, StringComparison.Ordinal);

        var (_, check) = await Server.PostAsync(type + "/check", new { script });
        var (status, problem) = await SaveAsync(type, script);

        Assert.Equal((409, "The form changes."), (status, problem.GetProperty("title").GetString()));
        var affected = Assert.Single(problem.GetProperty("affectedLinks").EnumerateArray());
        Assert.Equal((link.Split('/')[1], field, message), (affected.GetProperty("link").GetString(), affected.GetProperty("field").GetString(), affected.GetProperty("message").GetString()));
        Assert.Equal(problem.GetProperty("affectedLinks").GetRawText(), check.GetProperty("affectedLinks").GetRawText());
        Assert.Equal(1, (await Server.GetAsync(type)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_form_that_changes_is_saved_when_somebody_knows()
    {
        var (type, _) = await TypeWithLinkAsync();
        var script = First.Replace("[string]$Count", "[int]$Count", StringComparison.Ordinal);

        var (status, saved) = await SaveAsync(type, script, "?acceptFormChanges=true");

        Assert.True(status == 200, saved.ToString());
        Assert.Equal(2, saved.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_version_that_no_form_notices_needs_nobody()
    {
        var (type, _) = await TypeWithLinkAsync();

        var (_, check) = await Server.PostAsync(type + "/check", new { script = Second });
        var (status, _) = await SaveAsync(type, Second);

        Assert.Equal((200, true, 0), (status, check.GetProperty("loads").GetBoolean(), check.GetProperty("affectedLinks").GetArrayLength()));
    }

    [Fact]
    public async Task A_check_tells_what_does_not_load_and_saves_nothing()
    {
        var type = await fixture.TypeAsync(First);

        var (status, check) = await Server.PostAsync(type + "/check", new { script = First.Replace("-HealthCheck", "-HealthCheckk", StringComparison.Ordinal) });

        Assert.Equal((200, false), (status, check.GetProperty("loads").GetBoolean()));
        Assert.Equal("IMMY103", check.GetProperty("problems")[0].GetProperty("id").GetString());
        Assert.Equal(1, (await Server.GetAsync(type)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Two_versions_are_read_and_compared()
    {
        var type = await fixture.TypeAsync(First);
        await SaveAsync(type, Second);

        var one = await Server.GetAsync(type + "/versions/1");
        var diff = await Server.Client.GetStringAsync($"{type}/versions/1/diff/2", Token);

        Assert.Equal(First, one.GetProperty("script").GetString());
        Assert.Contains("(version 1)", diff, StringComparison.Ordinal);
        Assert.Contains("\n-    $IntegrationContext.Seen = 'first'\n+    $IntegrationContext.Seen = 'second'\n", diff.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        using var missing = await Server.Client.GetAsync($"{type}/versions/1/diff/3", Token);
        Assert.Equal((404, $"There is no version 3 of the integration type {type.Split('/')[1]}."), ((int)missing.StatusCode, JsonElement.Parse(await missing.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_rollback_is_a_new_version_that_links_take()
    {
        var (type, link) = await TypeWithLinkAsync();
        await SaveAsync(type, Second);
        await SeenAsync(link, "second");

        var (status, saved) = await Server.EditAsync(HttpMethod.Post, type + "/versions/1/rollback", new { note = "it was better" }, from: type);

        Assert.True(status == 200, saved.ToString());
        Assert.Equal((3, First), (saved.GetProperty("version").GetInt32(), saved.GetProperty("script").GetString()));
        Assert.Equal("it was better", (await Server.ItemsAsync(type + "/versions"))[0].GetProperty("note").GetString());
        await SeenAsync(link, "first");
    }

    [Fact]
    public async Task A_rollback_says_what_it_read()
    {
        var (status, _) = await Server.PostAsync(await fixture.TypeAsync(First) + "/versions/1/rollback", new { });

        Assert.Equal(428, status);
    }

    private Task<JsonElement> SeenAsync(string link, string text) => Waiting.ForAsync(() => Server.GetAsync(link), read => read.GetProperty("healthMessage").GetString() == text);

    private Task<(int Status, JsonElement Answer)> SaveAsync(string type, string script, string query = "")
        => Server.EditAsync(HttpMethod.Put, type + query, new { name = $"Acme of {type}", script }, from: type);

    private async Task<(string Type, string Link)> TypeWithLinkAsync()
    {
        var type = await fixture.TypeAsync(First);
        return (type, await fixture.LinkAsync(type, new { Url = "https://acme.example", Key = "key-47110815", Count = "5" }));
    }
}
