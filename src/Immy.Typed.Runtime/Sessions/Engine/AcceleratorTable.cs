using System.Management.Automation;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>The engine's short names of types, such as <c>[OpResult]</c>. The table is internal: this is the only place that reaches for it.</summary>
internal static class AcceleratorTable
{
    private static readonly Lock Gate = new();

    public static void Add(IEnumerable<KeyValuePair<string, Type>> names)
    {
        const string Name = "System.Management.Automation.TypeAccelerators";
        var table = typeof(PSObject).Assembly.GetType(Name);
        var known = table?.GetProperty("Get", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) as Dictionary<string, Type>;
        var own = table?.GetField("userTypeAccelerators", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) as Dictionary<string, Type>;
        var add = table?.GetMethod("Add", BindingFlags.Static | BindingFlags.Public)?.CreateDelegate<Action<string, Type>>();
        if (known is null || own is null || add is null)
        {
            throw new InvalidOperationException($"PowerShell {typeof(PSObject).Assembly.GetName().Version} has no {Name}. Use the engine version that Immy.Typed was built with.");
        }

        lock (Gate)
        {
            // Runspaces read both tables without a lock; with room to spare an addition never moves what they read.
            known.EnsureCapacity(Room.ToSpare);
            own.EnsureCapacity(Room.ToSpare);

            // A name that the engine has already must stay the engine's: advanced functions break otherwise.
            foreach (var (name, type) in names.Where(pair => !known.ContainsKey(pair.Key)))
            {
                add(name, type);
            }
        }
    }
}
