using System.Management.Automation;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>
/// Gets agents that the last sync of an integration instance left. Without parameters, in a script that runs for an action:
/// the agent that the action's computer is linked to.
/// </summary>
/// <example>
/// The agents of one client that are offline.
/// <code>
/// Get-ProviderAgent -Name 'Contoso RMM' -ClientId 7 | Where-Object IsOnline -EQ $false
/// </code>
/// </example>
/// <example>
/// The agent of the computer that the action is about.
/// <code>
/// Get-ProviderAgent
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProviderAgent")]
[OutputType(typeof(IProviderAgentDetails))]
public sealed class GetProviderAgentCommand : ProviderCommand
{
    /// <summary>The instance's name, in any case; the action's instance when neither name nor id is given.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>The provider link's id.</summary>
    [Parameter]
    public string? ProviderLinkId { get; set; }

    /// <summary>Only the agent with this id in the remote system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ExternalAgentId")]
    public string? AgentId { get; set; }

    /// <summary>Only agents of this client in the remote system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ExternalClientId")]
    public string? ClientId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var info = Find(Name, ProviderLinkId);
        var isBare = string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(ProviderLinkId) && string.IsNullOrEmpty(ClientId);
        var agentId = string.IsNullOrEmpty(AgentId) && isBare ? Call?.Action?.ExternalAgentId : AgentId;
        var agents = Directory.GetAgentsAsync(info.ProviderLinkId, Given(agentId), Given(ClientId), Call?.Stopped ?? CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        try
        {
            // One at a time, so that a script that takes the first few waits for no more.
            while (Await(_ => agents.MoveNextAsync().AsTask()))
            {
                WriteObject(agents.Current);
            }
        }
        finally
        {
            agents.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static string? Given(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
