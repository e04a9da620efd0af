namespace Immy.Typed.ScriptAttributes;

/// <summary><c>[JobSettings(PeriodMinutes = 5)]</c> above a block's <c>param()</c>: how often the host runs it by itself.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class JobSettingsAttribute : Attribute
{
    /// <summary>Minutes between two runs, at least 1.</summary>
    public int PeriodMinutes { get; set; }
}
