using System.Management.Automation;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// The engine's list of types whose members ConstrainedLanguage allows. It is internal, so this class is the only place
/// that reaches for it; a test fails loudly when a new engine version moves it.
/// </summary>
internal static class CoreTypeTable
{
    private const string Name = "System.Management.Automation.CoreTypes";

    private static readonly Lock Gate = new();

    private static readonly Type Engine = typeof(PSObject).Assembly.GetType(Name) ?? throw Moved(Name);

    private static readonly Func<Type, bool> ContainsType = Engine.GetMethod("Contains", BindingFlags.Static | BindingFlags.NonPublic, [typeof(Type)])?.CreateDelegate<Func<Type, bool>>()
        ?? throw Moved(Name + ".Contains");

    /// <summary>Makes the list what every constrained runspace of the process gets: the engine's own types without some, and ours.</summary>
    public static void Set(IEnumerable<Type> allowed, IReadOnlyCollection<string> refused)
    {
        lock (Gate)
        {
            var table = Table();

            // Runspaces read the table without a lock; with room to spare an addition never moves what they read.
            table.EnsureCapacity(Room.ToSpare);
            foreach (var type in table.Keys.Where(type => refused.Contains(type.FullName)).ToList())
            {
                table.Remove(type);
            }

            foreach (var type in allowed)
            {
                table.TryAdd(type, []);
            }
        }
    }

    /// <summary>Whether scripts may use the type's members, by the engine's own rules for arrays, enums and nullables.</summary>
    public static bool Contains(Type type) => ContainsType(type);

    /// <summary>The types of the list.</summary>
    public static IReadOnlyCollection<Type> Types()
    {
        lock (Gate)
        {
            return [.. Table().Keys];
        }
    }

    private static Dictionary<Type, string[]> Table()
    {
        var items = Engine.GetField("Items", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null);
        return (items as Lazy<Dictionary<Type, string[]>>)?.Value ?? throw Moved(Name + ".Items");
    }

    private static InvalidOperationException Moved(string name)
        => new($"PowerShell {typeof(PSObject).Assembly.GetName().Version} has no {name}. Use the engine version that Immy.Typed was built with.");
}
