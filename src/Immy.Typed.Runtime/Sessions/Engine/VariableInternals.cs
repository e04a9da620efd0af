using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Sessions.Engine;

/// <summary>What the engine knows of a variable and does not say.</summary>
internal static class VariableInternals
{
    /// <summary>Whether a variable that was found by its name is still the one that the name means.</summary>
    public static bool IsCurrent(PSVariable variable)
        // Only a read-only variable is replaced without being marked as removed.
        => !WasRemoved(variable) && variable.Options == ScopedItemOptions.None;

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_WasRemoved")]
    private static extern bool WasRemoved(PSVariable variable);
}
