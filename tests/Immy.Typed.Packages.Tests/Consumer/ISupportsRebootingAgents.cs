using Immy.Typed;
using Immybot.Backend.Domain.Providers;

[Capability] public interface ISupportsRebootingAgents { Task RebootAgent(IProviderAgentDetails agent, CancellationToken cancellationToken); }
