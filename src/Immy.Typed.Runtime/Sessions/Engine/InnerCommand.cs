using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// Runs a sealed command of the engine inside one of ours, in its place in the pipeline. What places a command is private
/// to the engine: this is the only place that reaches for it.
/// </summary>
internal static class InnerCommand
{
    private static readonly FieldInfo[] Places =
    [
        .. new[] { typeof(InternalCommand), typeof(Cmdlet), typeof(PSCmdlet) }
            .SelectMany(static type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)),
    ];

    /// <summary>Gives the inner command the context, the streams and the parameter set of the outer one.</summary>
    public static void Adopt(PSCmdlet outer, PSCmdlet inner)
    {
        foreach (var place in Places)
        {
            place.SetValue(inner, place.GetValue(outer));
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "DoBeginProcessing")]
    public static extern void Begin(InternalCommand command);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "DoProcessRecord")]
    public static extern void Process(InternalCommand command);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "DoEndProcessing")]
    public static extern void End(InternalCommand command);
}
