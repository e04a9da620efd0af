namespace Immy.Typed.Integrations.DemoApi;

/// <summary>How a <see cref="SentinelOneDemoApi"/> starts.</summary>
public sealed record SentinelOneDemoOptions
{
    /// <summary>The token to ask for; a random one for each start where none is given.</summary>
    public string? ApiToken { get; init; }

    /// <summary>How many agents the three sites have together.</summary>
    public int AgentCount { get; init; } = 250;

    /// <summary>What goes wrong from the start.</summary>
    public SentinelOneDemoFaults Faults { get; init; } = new();
}
