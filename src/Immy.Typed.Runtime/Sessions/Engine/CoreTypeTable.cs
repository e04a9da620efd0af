using System.Management.Automation;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// The engine's list of types whose members ConstrainedLanguage allows. It is internal, so this class is the only place
/// that reaches for it; a test fails loudly when a new engine version moves it.
/// </summary>
internal static class CoreTypeTable
{
    private static readonly Lock Gate = new();

    /// <summary>Allows the members of a type in every constrained runspace of the process.</summary>
    public static void Allow(IEnumerable<Type> types)
    {
        lock (Gate)
        {
            var table = Table();

            // Runspaces read the table without a lock; with room to spare an addition never moves what they read.
            table.EnsureCapacity(Room.ToSpare);
            foreach (var type in types)
            {
                table.TryAdd(type, []);
            }
        }
    }

    private static Dictionary<Type, string[]> Table()
    {
        const string Name = "System.Management.Automation.CoreTypes";
        var items = typeof(PSObject).Assembly.GetType(Name)?.GetField("Items", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null);
        return (items as Lazy<Dictionary<Type, string[]>>)?.Value ?? throw Moved(Name + ".Items");
    }

    private static InvalidOperationException Moved(string name)
        => new($"PowerShell {typeof(PSObject).Assembly.GetName().Version} has no {name}. Use the engine version that Immy.Typed was built with.");
}
