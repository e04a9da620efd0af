using System.Runtime.CompilerServices;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Sessions.Engine;

/// <summary>The steps of PowerShell's web commands before the request. They are internal: this is the only place that reaches for them.</summary>
internal static class WebCommandInternals
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ValidateParameters")]
    public static extern void Validate(WebRequestPSCmdlet command);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "PrepareSession")]
    public static extern void PrepareSession(WebRequestPSCmdlet command);
}
