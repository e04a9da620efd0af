namespace Immy.Typed.Server.Agents;

/// <summary>When a computer is looked at again.</summary>
internal static class InventorySchedule
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);

    /// <summary>The time until the next look: a day, or less after failures, twice as long each time.</summary>
    public static TimeSpan Next(int failures) => failures == 0 ? Daily : TimeSpan.FromTicks((long)Math.Min(Daily.Ticks, FirstRetry.Ticks * Math.Pow(2, failures - 1)));
}
