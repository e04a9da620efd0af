using Immy.Typed.Actions;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Computers;

/// <summary>Asks a provider link to run a script by way of one of its agents; the answer is what RunScript gave.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Script">The script's text.</param>
/// <param name="Timeout">How long it may take, in seconds; null for the link's own default.</param>
/// <param name="ScriptPath">Where an agent that runs files keeps it.</param>
/// <param name="CausedBy">Who asks.</param>
/// <param name="ParentRun">The run that it is a part of.</param>
[GenerateSerializer, Immutable]
internal sealed record RunOnAgent(
    [property: Id(0)] Guid AgentId, [property: Id(1)] string Script, [property: Id(2)] int? Timeout, [property: Id(3)] string ScriptPath, [property: Id(4)] string CausedBy, [property: Id(5)] Guid? ParentRun)
    : LinkRequest<string>
{
    public override async Task<string> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var provider = link.Require<IRunScriptProvider>();
        var agent = await services.GetRequiredService<AgentStore>().ReadAsync(AgentId, cancellationToken);

        // RunScript is the way to the asking action's computer, and must not go that way itself.
        using var none = ActionScope.Begin(new ActionContext());
        return await services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Script,
            $"Script by the agent {agent.Name}",
            link.Id,
            CausedBy,
            async run =>
            {
                var seconds = Timeout ?? provider.DefaultTimeout;
                run.Note(RunEventKind.Note, $"It may take {seconds} seconds on the computer.");
                return link.Integration.Mask.Mask(await provider.RunScript(AgentRecords.Of(agent), Script, ScriptLanguage.PowerShell, seconds, ScriptPath, cancellationToken));
            },
            isWhole: true,
            ParentRun);
    }
}
