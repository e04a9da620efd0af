using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Tests.ProviderLinks;

/// <summary>When jobs come again.</summary>
public sealed class JobScheduleTests
{
    [Theory]
    [InlineData(60, 0, 60)]
    [InlineData(60, 1, 1)]
    [InlineData(60, 2, 2)]
    [InlineData(60, 4, 8)]
    [InlineData(60, 50, 60)]
    [InlineData(0.5, 3, 0.5)]
    public void A_job_that_failed_comes_sooner_than_its_period_and_later_each_time(double period, int failures, double minutes)
        => Assert.Equal(TimeSpan.FromMinutes(minutes), JobSchedule.Next(TimeSpan.FromMinutes(period), failures, 0.5));

    [Fact]
    public void Jobs_of_many_links_are_spread_by_a_tenth_to_both_sides()
        => Assert.Equal((TimeSpan.FromMinutes(54), TimeSpan.FromMinutes(66)), (JobSchedule.Next(TimeSpan.FromHours(1), 0, 0), JobSchedule.Next(TimeSpan.FromHours(1), 0, 1)));
}
