using System.Management.Automation;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary>Tells the engine, once per process and before any runspace of ours opens, which types scripts may use.</summary>
internal static class EnginePreparation
{
    private static readonly Lazy<bool> Done = new(Prepare);

    public static void Once() => _ = Done.Value;

    private static bool Prepare()
    {
        var types = AllowedTypes.List();
        CoreTypeTable.Allow(types.Where(static type => !type.NameOnly).Select(static type => type.Type));
        AcceleratorTable.Add(types.Where(static type => type.ShortName is not null).Select(static type => KeyValuePair.Create(type.ShortName!, type.Type)));

        // Formatted text ends up in logs and JSON, where terminal colours are noise.
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        return true;
    }
}
