using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// The engine's history of commands. Nobody recalls a command in a session, and the room for 4,096 of them, which the
/// engine takes at once, is a quarter of what a session needs.
/// </summary>
internal static class CommandHistory
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly PropertyInfo History =
        typeof(Runspace).Assembly.GetType("System.Management.Automation.Runspaces.LocalRunspace")?.GetProperty("History", Internal) ?? throw Moved("LocalRunspace.History");

    private static readonly MethodInfo Resize = History.PropertyType.GetMethod("ReallocateBufferIfNeeded", Internal) ?? throw Moved("History.ReallocateBufferIfNeeded");

    /// <summary>Gives the room back. The runspace must be the default one of the thread.</summary>
    public static void Shrink(Runspace runspace)
    {
        runspace.SessionStateProxy.SetVariable("MaximumHistoryCount", 1);
        Resize.Invoke(History.GetValue(runspace), null);
    }

    /// <summary>For how many commands there is room.</summary>
    public static int Room(Runspace runspace)
        => (History.PropertyType.GetField("_buffer", Internal)?.GetValue(History.GetValue(runspace)) as Array)?.Length ?? throw Moved("History._buffer");

    private static InvalidOperationException Moved(string name)
        => new($"PowerShell {typeof(Runspace).Assembly.GetName().Version} has no {name}. Use the engine version that Immy.Typed was built with.");
}
