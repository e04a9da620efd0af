using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Runs scripts on computers by way of the vendor's agent. Used for agents that were listed with -SupportsRunningScripts $true.
/// </summary>
[Capability]
public interface IRunScriptProvider
{
    /// <summary>Runs a script on the computer of one agent.</summary>
    /// <param name="agent">The agent whose computer is meant.</param>
    /// <param name="scriptCode">The text of the script.</param>
    /// <param name="scriptLanguage">The language that the script is written in.</param>
    /// <param name="timeout">How long the script may take on the computer, in seconds.</param>
    /// <param name="scriptPath">Where the script's file is expected on the computer, for agents that run files.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>What the script wrote, as one string; an id of the job where the vendor's system only accepts the work.</returns>
    Task<string> RunScript(
        IProviderAgentDetails agent,
        string scriptCode,
        ScriptLanguage scriptLanguage,
        int timeout,
        string scriptPath,
        CancellationToken cancellationToken);

    /// <summary>How long a script may take when nothing else is said, in seconds, for example { 600 }.</summary>
    int DefaultTimeout { get; }
}
