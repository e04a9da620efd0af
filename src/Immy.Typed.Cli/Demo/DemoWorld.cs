using Immy.Typed.Computers;
using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cli.Demo;

/// <summary>What the steps work with, and what one step finds for the next.</summary>
internal sealed class DemoWorld
{
    public DemoWorld(DynamicIntegration integration, SentinelOneDemoApi api)
    {
        Integration = integration;
        Api = api;
        Computer = ComputerOf(api.Agents[0]);
    }

    /// <summary>The loaded integration.</summary>
    public DynamicIntegration Integration { get; }

    /// <summary>The API that the integration talks to.</summary>
    public SentinelOneDemoApi Api { get; }

    /// <summary>A computer on which the API's first agent is installed.</summary>
    public IComputer Computer { get; }

    /// <summary>The clients that GetClients listed; the demo takes all of them for mapped.</summary>
    public IReadOnlyList<IProviderClientDetails> Clients { get; set; } = [];

    /// <summary>The agents that GetAgents listed.</summary>
    public IReadOnlyList<IProviderAgentDetails> Agents { get; set; } = [];

    private static InMemoryComputer ComputerOf(SentinelOneDemoAgent agent) => new(agent.ComputerName)
    {
        Programs = new Dictionary<string, string>
        {
            [$@"C:\Program Files\SentinelOne\Sentinel Agent {agent.AgentVersion}\SentinelCtl.exe"] = $"if ($args[0] -eq 'agent_id') {{ '{agent.Uuid}' }}",
        },
    };
}
