using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks a provider link which agent versions its clients should have; the answer is the run.</summary>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record StartAgentVersions([property: Id(0)] string CausedBy) : LinkRequest<Guid>
{
    public override Task<Guid> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        link.Require<ISupportsGetLatestAgentVersion>();
        return Task.FromResult(services.GetRequiredService<RunLog>().Start(RunKind.AgentVersions, AgentVersionCheck.Name, link, CausedBy, (own, run, stopped) =>
            services.GetRequiredService<AgentVersionCheck>().RunAsync(own, run, stopped)));
    }
}
