using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using Immy.Typed.Http;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Models;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets the versions of a software from the releases of its GitHub repository: one for each file of each release that matches.</summary>
/// <example>
/// Only Windows Installer packages; the version stands in the address.
/// <code>
/// $releases = Get-DynamicVersionsFromGitHubUrl -GitHubReleasesUrl 'https://github.com/acme/agent/releases' -VersionsPattern '/download/v(?&lt;Version>[\d.]+)/.*\.msi$'
/// $releases.Versions
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "DynamicVersionsFromGitHubUrl")]
[OutputType(typeof(PSObject))]
public sealed class GetDynamicVersionsFromGitHubUrlCommand : SessionCommand
{
    /// <summary>The releases' address: the repository's web page, or the JSON API's.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Url", "Uri")]
    public required Uri GitHubReleasesUrl { get; set; }

    /// <summary>
    /// A regular expression that the download address must match; its group <c>Version</c>, else its first group, is the
    /// version. Without a group, or left out, the version is the release's tag without its leading v.
    /// </summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    public string? VersionsPattern { get; set; }

    /// <summary>Takes pre-releases as well.</summary>
    [Parameter]
    public SwitchParameter IncludePrerelease { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var pattern = Pattern();
        if (!GitHubReleasesUrl.IsAbsoluteUri || GitHubReleasesUrl.Scheme is not ("http" or "https"))
        {
            throw Raise(HostProblems.Unusable(CommandName, $"-GitHubReleasesUrl is '{GitHubReleasesUrl.OriginalString}', which is no web address.", "Write the whole address, for example https://github.com/owner/name/releases."));
        }

        var versions = new List<DynamicVersion>();
        foreach (var asset in Read())
        {
            if (VersionOf(asset, pattern) is { } version)
            {
                versions.Add(new DynamicVersion
                {
                    Version = version,
                    Url = asset.Url,
                    FileName = asset.Name,
                    Architecture = VendorWords.ToArchitecture(ProcessorOf(asset.Name)) ?? Architecture.Any,
                    PackageType = VendorWords.ToPackageType(Path.GetExtension(asset.Name)),
                });
            }
        }

        var result = new PSObject();
        result.Properties.Add(new PSNoteProperty("Versions", versions.ToArray()));
        WriteObject(result);
    }

    private Regex? Pattern()
    {
        try
        {
            return string.IsNullOrEmpty(VersionsPattern) ? null : new Regex(VersionsPattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
        }
        catch (ArgumentException exception)
        {
            throw Raise(HostProblems.Unusable(CommandName, $"-VersionsPattern is no regular expression: {exception.Message}", "Correct the pattern."));
        }
    }

    private IReadOnlyList<GitHubReleases.Asset> Read()
    {
        var address = GitHubReleases.ApiOf(GitHubReleasesUrl);
        using var client = Instance.Http.Client(new OutboundSettings { MaximumRedirects = 10, Timeout = TimeSpan.FromSeconds(100) }, Call is { } call ? call.Sent : null);
        try
        {
            return Await(stopped => GitHubReleases.ReadAsync(client, address, IncludePrerelease, stopped));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && Call?.Stopped.IsCancellationRequested != true))
        {
            throw Raise(HostProblems.DownloadFails(CommandName, address, exception is JsonException ? "the answer is no JSON." : exception.Message));
        }
    }

    private static string? VersionOf(GitHubReleases.Asset asset, Regex? pattern)
    {
        var match = pattern?.Match(asset.Url);
        if (match is { Success: false })
        {
            return null;
        }

        var group = match?.Groups["Version"] is { Success: true } named ? named : match is { Groups.Count: > 1 } ? match.Groups[1] : null;
        return group is { Success: true } ? group.Value : asset.Tag.TrimStart('v', 'V');
    }

    // The version's own digits must not be taken for a processor: tool-1.64.0.msi is for any.
    private static string ProcessorOf(string fileName)
    {
        var words = fileName.ToUpperInvariant().Split('-', '.', ' ', '(', ')', '+').SelectMany(static word => word.StartsWith("X86_64", StringComparison.Ordinal) ? [word] : word.Split('_'));
        return words.FirstOrDefault(static word => word is "X64" or "AMD64" or "X86_64" or "WIN64" or "64BIT" or "X86" or "I386" or "I686" or "386" or "WIN32" or "32BIT" or "ARM64" or "AARCH64") ?? "";
    }
}
