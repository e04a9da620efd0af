using System.Management.Automation;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary>Tells the engine, once per process and before any runspace of ours opens, which types scripts may use.</summary>
internal static class EnginePreparation
{
    private const string TelemetryOptOut = "POWERSHELL_TELEMETRY_OPTOUT";

    private static readonly Lazy<bool> Done = new(Prepare);

    public static void Once() => _ = Done.Value;

    private static bool Prepare()
    {
        KeepQuiet();
        var types = AllowedTypes.List();
        CoreTypeTable.Allow(types.Where(static type => !type.NameOnly).Select(static type => type.Type));
        AcceleratorTable.Add(types.Where(static type => type.ShortName is not null).Select(static type => KeyValuePair.Create(type.ShortName!, type.Type)));

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
