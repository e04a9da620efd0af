using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Software;

/// <summary>Asks a provider link for the install script that it offers, secrets masked.</summary>
/// <param name="ClientId">The client's id in the remote system.</param>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record GetOfferedScript([property: Id(0)] string ClientId, [property: Id(1)] string CausedBy) : LinkRequest<OfferedText>
{
    public override Task<OfferedText> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsAgentPowerShellInstallScript>();
        return services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Capability,
            $"{nameof(ISupportsAgentPowerShellInstallScript)}.{nameof(source.GetAgentPowerShellInstallScript)}",
            link.Id,
            CausedBy,
            async run =>
            {
                var (script, why) = await OfferedScript.GetAsync(source, link.Name, ClientId, cancellationToken);
                if (why is not null)
                {
                    run.Fail(why);
                }

                return new OfferedText(script is null ? null : link.Integration.Mask.Mask(script), why, run.Id);
            },
            isWhole: true);
    }
}
