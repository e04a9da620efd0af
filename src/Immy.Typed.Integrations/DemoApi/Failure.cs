namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The envelope of every failure.</summary>
/// <param name="Errors">What is wrong.</param>
internal sealed record Failure(IReadOnlyList<FailureReason> Errors)
{
    /// <summary>Makes the failure of a status; SentinelOne's codes are the status and four more digits.</summary>
    public static Failure Of(int status, string title, string? detail = null) =>
        new([new FailureReason((status * 10_000) + 10, detail, title)]);
}
