namespace Immy.Typed.Server.ProviderLinks;

/// <summary>When a periodic job comes next.</summary>
internal static class JobSchedule
{
    // After a failure a long period is not waited for, and a refused key is not tried so often that an account is locked.
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private const double Jitter = 0.1;

    /// <summary>The time until the next run.</summary>
    /// <param name="period">The job's period.</param>
    /// <param name="failures">How many runs failed since the last one that went well.</param>
    /// <param name="chance">From 0 to 1: where in the jitter it falls, so that many links do not come at once.</param>
    public static TimeSpan Next(TimeSpan period, int failures, double chance)
    {
        var pause = failures == 0 ? period : TimeSpan.FromTicks((long)Math.Min(period.Ticks, FirstRetry.Ticks * Math.Pow(2, failures - 1)));
        return pause * (1 - Jitter + (2 * Jitter * chance));
    }
}
