using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary>Tells the engine, once per process and before any runspace of ours opens, which types scripts may use, and how.</summary>
internal static class EnginePreparation
{
    private const string TelemetryOptOut = "POWERSHELL_TELEMETRY_OPTOUT";

    private static readonly Lazy<bool> Done = new(Prepare);

    public static void Once() => _ = Done.Value;

    /// <summary>PowerShell's type data without the members that reach the machine.</summary>
    public static TypeTable TypeData()
    {
        var types = TypeTable.LoadDefaultTypeFiles();
        foreach (var (name, _) in RefusedTypes.OfTypeData())
        {
            // Not every platform has every type, and the table removes only what it has.
            var type = new TypeData(name);
            type.Members.Add("Immy", new NotePropertyData("Immy", null));
            types.AddType(type);
            types.RemoveType(name);
        }

        return types;
    }

    private static bool Prepare()
    {
        KeepQuiet();
        var types = AllowedTypes.List();
        // The engine names its own types from the list below when it is first asked for a name: so names come first.
        AcceleratorTable.Add(types.Where(static type => type.ShortName is not null).Select(static type => KeyValuePair.Create(type.ShortName!, type.Type)));
        CoreTypeTable.Set(types.Where(static type => !type.NameOnly).Select(static type => type.Type), [.. RefusedTypes.OfTheLanguage().Select(static type => type.Name)]);

        // Formatted text ends up in logs and JSON, where terminal colours are noise.
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        return true;
    }

    // The engine reports each of its pipelines to its vendor, unless it is told not to before its first one. A host
    // that wants that says so in the same variable.
    private static void KeepQuiet()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TelemetryOptOut)))
        {
            Environment.SetEnvironmentVariable(TelemetryOptOut, "1");
        }
    }
}
