namespace Immy.Typed.Server.Retention;

/// <summary>The configuration section <c>Server:Retention</c>: how long what is past is kept.</summary>
internal sealed class RetentionSettings
{
    /// <summary>Runs that have ended, with their events; 30 days.</summary>
    public TimeSpan Runs { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The audit; 40 days.</summary>
    public TimeSpan Audit { get; set; } = TimeSpan.FromDays(40);

    /// <summary>Agents that remote systems do not list any more; 40 days. One that returns later is a new agent.</summary>
    public TimeSpan GoneAgents { get; set; } = TimeSpan.FromDays(40);
}
