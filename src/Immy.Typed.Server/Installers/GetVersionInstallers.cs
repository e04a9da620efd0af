using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Installers;

/// <summary>Asks a provider link where the installers of one version of its software are. Where there is one only, its headers come along.</summary>
/// <param name="ClientId">The client's id in the remote system.</param>
/// <param name="Version">The version as the vendor writes it.</param>
/// <param name="Architecture">The processors that it is to be for; null for any.</param>
/// <param name="PackageType">The kind of file that it is to be; null for any.</param>
/// <param name="CausedBy">Who asks.</param>
/// <param name="ParentRun">The run that it is a part of.</param>
[GenerateSerializer, Immutable]
internal sealed record GetVersionInstallers(
    [property: Id(0)] string ClientId,
    [property: Id(1)] string Version,
    [property: Id(2)] Architecture? Architecture,
    [property: Id(3)] PackageType? PackageType,
    [property: Id(4)] string CausedBy,
    [property: Id(5)] Guid? ParentRun) : LinkRequest<VersionInstallers>
{
    public override Task<VersionInstallers> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsDynamicVersions>();
        return services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Capability, $"{nameof(ISupportsDynamicVersions)}.{nameof(source.GetDynamicVersions)}", link.Id, CausedBy, _ => FindAsync(link, source, cancellationToken), isWhole: true, ParentRun);
    }

    private async Task<VersionInstallers> FindAsync(LiveLink link, ISupportsDynamicVersions source, CancellationToken cancellationToken)
    {
        var found = new List<DynamicVersion>();
        await foreach (var version in source.GetDynamicVersions(ClientId, cancellationToken))
        {
            if (version.Version.Equals(Version, StringComparison.OrdinalIgnoreCase) && (Architecture ?? version.Architecture) == version.Architecture && (PackageType ?? version.PackageType) == version.PackageType)
            {
                found.Add(version);
            }
        }

        var offer = found is [{ Url: { } url } only] && !string.IsNullOrWhiteSpace(url) ? InstallerOffer.Of(link, url, only.FileName, await InstallerHeaders.OfAsync(link, cancellationToken)) : null;
        return new(offer, [.. found.Select(static version => $"{version.Architecture}, {(version.PackageType is { } type ? $"{type}, " : "")}{InstallerFileName.Of(version.FileName, version.Url ?? "")}")]);
    }
}
