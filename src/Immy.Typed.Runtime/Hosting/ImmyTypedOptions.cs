namespace Immy.Typed.Hosting;

/// <summary>Limits of what scripts may use. Read from the configuration section <c>ImmyTyped</c> where the host binds it.</summary>
public sealed class ImmyTypedOptions
{
    /// <summary>How long a block may run when it does not say; 60 seconds.</summary>
    public TimeSpan DefaultTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a block may run at most, whatever <c>[ScriptTimeout]</c> says; 300 seconds.</summary>
    public TimeSpan MaximumTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a script may run that works for an action, such as one that installs software; 60 minutes. <c>[ScriptTimeout]</c> makes it less.</summary>
    public TimeSpan MetascriptTimeout { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long the top level of a script may take; 30 seconds.</summary>
    public TimeSpan LoadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopped script may take to stop before its session is abandoned; 5 seconds.</summary>
    public TimeSpan StopGracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many sessions one integration instance may have at once: so many of its blocks run side by side.</summary>
    public int SessionsPerIntegration { get; set; } = 4;

    /// <summary>What one call may use.</summary>
    public CallLimits Calls { get; } = new();

    /// <summary>When a session is replaced.</summary>
    public SessionLimits Sessions { get; } = new();

    /// <summary>How many sessions and waiting calls there may be.</summary>
    public PoolLimits Pool { get; } = new();

    /// <summary>Which addresses scripts may call.</summary>
    public HttpPolicy Http { get; } = new();
}
