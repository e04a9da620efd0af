using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// Makes a runspace of a state that nobody else uses. Through the public door the engine would copy the state first,
/// with all its commands.
/// </summary>
internal static class OwnState
{
    private const string Name = "CreateRunspaceFromSessionStateNoClone";

    private static readonly Func<PSHost, InitialSessionState, Runspace> Make =
        typeof(RunspaceFactory).GetMethod(Name, BindingFlags.Static | BindingFlags.NonPublic, [typeof(PSHost), typeof(InitialSessionState)])?.CreateDelegate<Func<PSHost, InitialSessionState, Runspace>>()
        ?? throw new InvalidOperationException($"PowerShell {typeof(Runspace).Assembly.GetName().Version} has no {Name}. Use the engine version that Immy.Typed was built with.");

    public static Runspace CreateRunspace(PSHost host, InitialSessionState state) => Make(host, state);
}
