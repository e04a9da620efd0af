using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Sessions;

/// <summary>Finds the session of a runspace, so that cmdlets reach it without a variable that scripts could see.</summary>
internal static class SessionRegistry
{
    private static readonly ConditionalWeakTable<Runspace, ScriptSession> Sessions = [];

    public static void Add(Runspace runspace, ScriptSession session) => Sessions.Add(runspace, session);

    /// <summary>The session on whose thread the caller runs.</summary>
    public static ScriptSession Current
        => Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session)
            ? session
            : throw new InvalidOperationException("This command works inside a session of Immy.Typed only.");

    /// <summary>Whether the caller runs on the thread of any session.</summary>
    public static bool IsOnSessionThread => Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out _);
}
