using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Immy.Typed.Cmdlets;

/// <summary>Reads the releases of a GitHub repository through its JSON API, page by page.</summary>
internal static partial class GitHubReleases
{
    private const int MostPages = 20;

    /// <summary>The API's address for a repository's web address; any other address as it is.</summary>
    public static Uri ApiOf(Uri address)
    {
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = path.Length < 2 ? "" : path[1].EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[1][..^4] : path[1];
        return address.Host.ToUpperInvariant() is "GITHUB.COM" or "WWW.GITHUB.COM" && path.Length >= 2
            ? new Uri($"https://api.github.com/repos/{path[0]}/{name}/releases?per_page=100")
            : address;
    }

    public static async Task<IReadOnlyList<Asset>> ReadAsync(HttpClient client, Uri address, bool withPrereleases, CancellationToken cancellationToken)
    {
        Introduce(client);
        var assets = new List<Asset>();
        var page = address;
        for (var count = 0; page is not null && count < MostPages; count++)
        {
            using var response = await client.GetAsync(page, cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken).ConfigureAwait(false);
            assets.AddRange(AssetsOf(document.RootElement, withPrereleases));
            page = NextOf(response, page);
        }

        return assets;
    }

    private static void Introduce(HttpClient client)
    {
        client.MaxResponseContentBufferSize = 64 * 1024 * 1024;
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Immy.Typed", typeof(GitHubReleases).Assembly.GetName().Version?.ToString(3)));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
    }

    // One release (.../releases/latest) or a list of them.
    private static IEnumerable<Asset> AssetsOf(JsonElement root, bool withPrereleases)
    {
        var releases = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return from release in releases
               where !IsTrue(release, "draft") && (withPrereleases || !IsTrue(release, "prerelease"))
               from asset in release.TryGetProperty("assets", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : []
               let url = TextOf(asset, "browser_download_url")
               where url is not null
               select new Asset(TextOf(release, "tag_name") ?? "", TextOf(asset, "name") ?? url[(url.LastIndexOf('/') + 1)..], url);
    }

    private static Uri? NextOf(HttpResponseMessage response, Uri page)
    {
        if (!response.Headers.TryGetValues("Link", out var links) || NextLink().Match(string.Join(", ", links)) is not { Success: true } next)
        {
            return null;
        }

        var address = new Uri(page, next.Groups[1].Value);
        return address.Authority == page.Authority ? address : null;
    }

    private static bool IsTrue(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? TextOf(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("<([^>]+)>\\s*;\\s*rel=\"next\"", RegexOptions.CultureInvariant)]
    private static partial Regex NextLink();

    internal sealed record Asset(string Tag, string Name, string Url);
}
