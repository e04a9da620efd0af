using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Calls;

/// <summary>What one call may use besides time.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("$i = 0; while ($true) { $i++; New-IntegrationClient $i a }", 31)]
    [InlineData(", @(1..20 | ForEach-Object { New-IntegrationClient $_ a })", 5)]
    public async Task A_list_without_end_is_stopped_and_fails(string body, int column)
    {
        await using var host = new TestHost(static options => options.Calls.OutputObjects = 10);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", body));

        var exception = await Assert.ThrowsAsync<BlockException>(() => integration.ClientsAsync());

        Assert.Equal(
            $"Test.ps1(3,{column}): error IMMY504: ISupportsListingClients.GetClients wrote more than 10 objects and was stopped. Write fewer, or raise Calls.OutputObjects.",
            exception.Message);
        Assert.Equal((RunOutcome.Failed, 10), (exception.Run.Outcome, exception.Run.Count));
        await integration.HealthAsync();
    }

    [Fact]
    public async Task Text_without_end_is_stopped_and_the_message_stays_short()
    {
        await using var host = new TestHost(static options => options.Calls.OutputObjects = 50);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) if ($clientId -eq 'some') { return 1..12 | ForEach-Object { \"t$_\" } }; while ($true) { 'token' }"));

        Assert.Contains("wrote more than 50 objects and was stopped", (await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync())).Message, StringComparison.Ordinal);
        Assert.Contains(
            "wrote 12 objects, where one String is due: 't1' (line 3), 't2' (line 3), 't3' (line 3), 't4' (line 3), 't5' (line 3), 't6' (line 3), 't7' (line 3), 't8' (line 3), 't9' (line 3), 't10' (line 3), and 2 more.",
            (await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync("some"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_keeps_so_many_stream_records_and_says_once_what_it_dropped()
    {
        await using var host = new TestHost(static options => options.Calls.StreamRecords = 3);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "1..1005 | ForEach-Object { Write-Host \"line $_\" }; 'token'"));

        Assert.Equal("token", await integration.TokenAsync());

        Assert.Equal(["line 1", "line 2", "line 3"], host.Observer.Last.Records.Select(static record => record.Message));
        Assert.Equal(
            "warning IMMY505: ISupportsTenantInstallToken.GetTenantInstallToken wrote 1,005 stream records; the first 3 are kept, 1,002 were dropped. Write less inside loops, or raise Calls.StreamRecords.",
            Assert.Single(host.Observer.Last.Problems).ToString());
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task A_long_stream_record_is_cut_and_says_so()
    {
        await using var host = new TestHost(static options => options.Calls.StreamRecordLength = 80);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Write-Warning ('x' * 100000); 'token'"));

        await integration.TokenAsync();

        Assert.Equal(new string('x', 80) + "... (99,920 more characters)", Assert.Single(host.Observer.Last.Records).Message);
    }

    [Fact]
    public async Task A_run_keeps_so_many_problems_but_each_counts()
    {
        await using var host = new TestHost(static options => options.Calls.Problems = 2);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "New-IntegrationClient 1 a; 1..2000"));

        Assert.Single(await integration.ClientsAsync());

        Assert.Equal(["IMMY204", "IMMY204", "IMMY506"], host.Observer.Last.Problems.Select(static problem => problem.Id));
        Assert.Equal(
            "warning IMMY506: ISupportsListingClients.GetClients had 2,000 problems; the first 2 are kept, 1,998 were dropped. Mend those that are told first.",
            host.Observer.Last.Problems[^1].ToString());
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task Errors_without_end_do_not_pile_up()
    {
        await using var host = new TestHost(static options => options.DefaultTimeout = TimeSpan.FromMinutes(2));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "for ($i = 0; $i -lt 20000; $i++) { Write-Error \"error $i\" }; 'token'"));

        Assert.Equal("token", await integration.TokenAsync());

        Assert.Equal((10_000, 1_000 + 2), (host.Observer.Last.Records.Count, host.Observer.Last.Problems.Count));
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
    }
}
