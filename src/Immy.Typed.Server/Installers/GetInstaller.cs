using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Installers;

/// <summary>Asks a provider link where the installer of its agent is for one client.</summary>
/// <param name="ClientId">The client's id in the remote system.</param>
/// <param name="CausedBy">Who asks.</param>
/// <param name="ParentRun">The run that it is a part of.</param>
[GenerateSerializer, Immutable]
internal sealed record GetInstaller([property: Id(0)] string ClientId, [property: Id(1)] string CausedBy, [property: Id(2)] Guid? ParentRun) : LinkRequest<InstallerOffer>
{
    public override Task<InstallerOffer> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsDownloadAgentInstaller>();
        return services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Capability,
            $"{nameof(ISupportsDownloadAgentInstaller)}.{nameof(source.GetAgentInstallerDownload)}",
            link.Id,
            CausedBy,
            async _ =>
            {
                var download = await source.GetAgentInstallerDownload(ClientId, cancellationToken);

                // Headers of its own stand for themselves: a signed address refuses a second login.
                var headers = download.Headers is { } own ? InstallerHeaders.Of(own) : await InstallerHeaders.OfAsync(link, cancellationToken);
                return InstallerOffer.Of(link, download.Url, download.FileName, headers);
            },
            isWhole: true,
            ParentRun);
    }
}
