namespace Immy.Typed.Integrations.DemoApi;

/// <summary>What a <see cref="SentinelOneDemoApi"/> does wrong on purpose; by default nothing.</summary>
public sealed record SentinelOneDemoFaults
{
    /// <summary>The page of every list of agents, counted from 1, that fails with status 500.</summary>
    public int? FailAgentsPageAt { get; init; }

    /// <summary>Every request is answered with a web page and status 200, as a gateway's login does.</summary>
    public bool AnswerHtml { get; init; }

    /// <summary>Every request is answered with this status and an error body, whatever its token.</summary>
    public int? AnswerStatus { get; init; }

    /// <summary>How long every answer is held back.</summary>
    public TimeSpan Delay { get; init; }
}
