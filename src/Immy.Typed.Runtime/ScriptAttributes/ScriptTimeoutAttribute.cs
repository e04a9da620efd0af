namespace Immy.Typed.ScriptAttributes;

/// <summary><c>[ScriptTimeout(TimeoutSeconds = 300)]</c> above a block's <c>param()</c>: how long the block may run.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class ScriptTimeoutAttribute : Attribute
{
    /// <summary>Seconds, at least 1; the host's maximum still holds.</summary>
    public int TimeoutSeconds { get; set; }
}
