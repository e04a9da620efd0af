using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Sessions.Engine;

/// <summary>Copies of a script that share what the engine compiled of it, as its own cache of scripts makes them.</summary>
internal static class ScriptCopies
{
    /// <summary>A copy that belongs to nobody yet; made on a session's thread, it is constrained like the session.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Clone")]
    public static extern ScriptBlock Copy(ScriptBlock script);
}
