using System.Net;
using System.Text;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class GitHubTests : IDisposable
{
    private readonly HttpListener _server;
    private readonly string _root;

    public GitHubTests()
    {
        (_server, _root) = Start();
        _ = Task.Run(ServeAsync);
    }

    [Fact]
    public async Task Every_file_that_matches_is_a_version_and_pages_are_followed() => Assert.Equal(
        "1.10.0 X64 MSI tool-x64.msi|1.9.0 Any MSI tool.msi",
        await CommandRun.TextAsync($$"""
            $result = Get-DynamicVersionsFromGitHubUrl -GitHubReleasesUrl '{{_root}}releases' -VersionsPattern '/download/v(?<Version>[\d.]+)/.*\.msi$'
            ($result.Versions | ForEach-Object { "$($_.Version) $($_.Architecture) $($_.PackageType) $($_.FileName)" }) -join '|'
            """));

    [Fact]
    public async Task Without_a_pattern_the_tag_is_the_version() => Assert.Equal(
        "2.0.0-rc1,1.10.0,1.10.0,1.9.0",
        await CommandRun.TextAsync($"(Get-DynamicVersionsFromGitHubUrl '{_root}releases' -IncludePrerelease).Versions.Version -join ','"));

    [Fact]
    public async Task A_refusal_is_told_with_the_address() => Assert.Equal(
        $"Test.ps1(3,1): error IMMY414: Get-DynamicVersionsFromGitHubUrl cannot read {_root}forbidden: Response status code does not indicate success: 403 (Forbidden). Check the address, and whether the site limits requests.",
        await CommandRun.FailureAsync($"Get-DynamicVersionsFromGitHubUrl '{_root}forbidden'"));

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_told() => Assert.Equal(
        $"Test.ps1(3,1): error IMMY414: Get-DynamicVersionsFromGitHubUrl cannot read {_root}html: the answer is no JSON. Check the address, and whether the site limits requests.",
        await CommandRun.FailureAsync($"Get-DynamicVersionsFromGitHubUrl '{_root}html'"));

    [Fact]
    public async Task A_wrong_pattern_is_told() => Assert.Equal(
        "Test.ps1(3,1): error IMMY412: Get-DynamicVersionsFromGitHubUrl: -VersionsPattern is no regular expression: Invalid pattern '(' at offset 1. Not enough )'s. Correct the pattern.",
        await CommandRun.FailureAsync("Get-DynamicVersionsFromGitHubUrl 'https://github.com/a/b' -VersionsPattern '('"));

    [Theory]
    [InlineData("https://github.com/owner/tool/releases", "https://api.github.com/repos/owner/tool/releases?per_page=100")]
    [InlineData("https://github.com/owner/tool.git", "https://api.github.com/repos/owner/tool/releases?per_page=100")]
    [InlineData("https://api.github.com/repos/owner/tool/releases/latest", "https://api.github.com/repos/owner/tool/releases/latest")]
    public void A_repository_s_web_page_stands_for_its_API(string address, string expected)
        => Assert.Equal(expected, Cmdlets.GitHubReleases.ApiOf(new Uri(address)).AbsoluteUri);

    public void Dispose() => _server.Close();

    // HttpListener cannot choose a port itself, and below the ephemeral ones only another test run takes it.
    private static (HttpListener Server, string Root) Start()
    {
        while (true)
        {
            var root = $"http://127.0.0.1:{Random.Shared.Next(12000, 32000)}/";
            var server = new HttpListener();
            server.Prefixes.Add(root);
            try
            {
                server.Start();
                return (server, root);
            }
            catch (HttpListenerException)
            {
                server.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.PathAndQuery;
            var text = path switch
            {
                "/releases" => $$"""
                    [{ "tag_name": "v2.0.0-rc1", "prerelease": true, "assets": [{{Asset("v2.0.0-rc1", "tool-x64.msi")}}] },
                     { "tag_name": "v9.9.9", "draft": true, "assets": [{{Asset("v9.9.9", "tool-x64.msi")}}] },
                     { "tag_name": "v1.10.0", "assets": [{{Asset("v1.10.0", "tool-x64.msi")}}, {{Asset("v1.10.0", "tool.zip")}}] }]
                    """,
                "/releases?page=2" => $$"""[{ "tag_name": "v1.9.0", "assets": [{{Asset("v1.9.0", "tool.msi")}}] }]""",
                _ => "<html>",
            };
            context.Response.StatusCode = path == "/forbidden" ? 403 : 200;
            if (path == "/releases")
            {
                context.Response.Headers["Link"] = $"<{_root}releases?page=2>; rel=\"next\", <{_root}releases?page=2>; rel=\"last\"";
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            context.Response.Close();
        }
    }

    private static string Asset(string tag, string name)
        => $$"""{ "name": "{{name}}", "browser_download_url": "https://github.com/owner/tool/releases/download/{{tag}}/{{name}}" }""";
}
