using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Calls;

/// <summary>The rules of results: what a block wrote, against what its contract owes.</summary>
public sealed class ResultTests
{
    [Fact]
    public async Task Of_a_hundred_objects_one_wrong_one_is_left_out_and_told()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", """
            foreach ($i in 1..100) {
                if ($i -eq 57) { "oops $i" } else { New-IntegrationClient -ClientId $i -ClientName "c$i" }
            }
            """));

        var clients = await integration.ClientsAsync();

        Assert.Equal(99, clients.Count);
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
        Assert.Equal(99, host.Observer.Last.Count);
        Assert.Equal(
            "Test.ps1(4,22): error IMMY204: Object 57 that ISupportsListingClients.GetClients wrote is String, where IProviderClientDetails is due; it is left out. Make it with New-IntegrationClient.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Theory]
    [InlineData("$null", "$null")]
    [InlineData("42", "Int32")]
    [InlineData("[datetime]'2026-01-01'", "DateTime")]
    public async Task A_wrong_object_is_named_by_its_type(string written, string type)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", $"New-IntegrationClient 1 a\n{written}"));

        Assert.Single(await integration.ClientsAsync());
        Assert.Equal(
            $"Test.ps1(4,1): error IMMY204: Object 2 that ISupportsListingClients.GetClients wrote is {type}, where IProviderClientDetails is due; it is left out. Make it with New-IntegrationClient.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task A_list_that_is_written_as_one_object_is_taken_apart()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "$all = 1..3 | ForEach-Object { New-IntegrationClient $_ \"c$_\" }; , $all"));

        Assert.Equal(3, (await integration.ClientsAsync()).Count);
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task A_list_that_holds_itself_is_no_record()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "$list = [System.Collections.ArrayList]::new(); $list.Add($list) | Out-Null; New-IntegrationClient 1 a; , $list"));

        Assert.Single(await integration.ClientsAsync());
        Assert.Equal(
            "Test.ps1(3,104): error IMMY204: Object 2 that ISupportsListingClients.GetClients wrote is ArrayList, where IProviderClientDetails is due; it is left out. Make it with New-IntegrationClient.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task A_function_that_calls_itself_for_ever_costs_its_call_only()
    {
        // Unwinding so many calls takes a busy machine long, and time is not what this is about.
        await using var host = new TestHost(static options =>
        {
            options.SessionsPerIntegration = 1;
            options.DefaultTimeout = options.MaximumTimeout = TimeSpan.FromMinutes(10);
        });
        var integration = await host.LoadAsync("function Again { Again }\n" + Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) if ($clientId -eq 'deep') { Again }; 'token'"));

        Assert.Equal("token", await integration.TokenAsync("deep"));
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
        Assert.Equal(
            "Test.ps1(1,18): error IMMY202: ISupportsTenantInstallToken.GetTenantInstallToken wrote an error: The script failed due to call depth overflow.",
            Assert.Single(host.Observer.Last.Problems).ToString());
        Assert.Equal("token", await integration.TokenAsync("flat"));
    }

    [Fact]
    public async Task An_empty_list_is_right()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "return"));

        Assert.Empty(await integration.ClientsAsync());
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task An_empty_list_after_an_error_is_no_list()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "Write-Error 'no connection'"));

        Assert.Equal(
            "Test.ps1(3,1): error IMMY202: ISupportsListingClients.GetClients wrote an error: no connection.",
            await Harness.Calls.FailureAsync(() => integration.ClientsAsync()));
        Assert.Equal(RunOutcome.Failed, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task A_list_that_throws_midway_gives_what_it_had_and_then_fails()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "New-IntegrationClient 1 a\nthrow 'page 2 failed'"));
        var arrived = new List<string>();

        var message = await Harness.Calls.FailureAsync(async () =>
        {
            await foreach (var client in integration.As<ISupportsListingClients>().GetClients(TestContext.Current.CancellationToken))
            {
                arrived.Add(client.ClientName);
            }
        });

        Assert.Equal(["a"], arrived);
        Assert.Equal("Test.ps1(4,1): error IMMY201: ISupportsListingClients.GetClients failed: page 2 failed. What it wrote until then is in the run's streams.", message);
    }

    [Theory]
    [InlineData("", "Test.ps1(2,111): error IMMY203: ISupportsTenantInstallToken.GetTenantInstallToken wrote nothing, where one String is due. Write the text as the block's last statement.")]
    [InlineData("$null", "Test.ps1(3,1): error IMMY205: ISupportsTenantInstallToken.GetTenantInstallToken wrote $null, where one String is due. Write the text as the block's last statement.")]
    [InlineData("@{ a = 1 }", "Test.ps1(3,1): error IMMY205: ISupportsTenantInstallToken.GetTenantInstallToken wrote Hashtable, where one String is due. Write the text as the block's last statement.")]
    [InlineData("'one'\n'two'", "Test.ps1(4,1): error IMMY206: ISupportsTenantInstallToken.GetTenantInstallToken wrote 2 objects, where one String is due: 'one' (line 3), 'two' (line 4). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.")]
    [InlineData("throw 'no such client'", "Test.ps1(3,1): error IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: no such client. What it wrote until then is in the run's streams.")]
    [InlineData("Write-Error 'no token'", "Test.ps1(3,1): error IMMY202: ISupportsTenantInstallToken.GetTenantInstallToken wrote an error: no token.")]
    [InlineData("Read-Host 'Token'", "Test.ps1(3,1): error IMMY210: The script asks for 'Token', but nobody is there to answer. Take the value from the configuration form: declare a parameter of Init.")]
    [InlineData("\nWrite-Error 'no token' -ErrorAction Stop", "Test.ps1(4,1): error IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: no token. What it wrote until then is in the run's streams.")]
    [InlineData("Read-Host", "Test.ps1(3,1): error IMMY210: The script asks for a line, but nobody is there to answer. Take the value from the configuration form: declare a parameter of Init.")]
    [InlineData("exit 3", "Test.ps1(3,1): error IMMY211: 'exit' left ISupportsTenantInstallToken.GetTenantInstallToken: what it wrote before is kept, the rest is missing. Use return to end the block, or throw to fail it.")]
    public async Task A_text_that_is_not_exactly_one_text_is_an_error(string body, string message)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body));

        Assert.Equal(message, await Harness.Calls.FailureAsync(() => integration.TokenAsync()));
        Assert.Equal(RunOutcome.Failed, host.Observer.Last.Outcome);
    }

    [Theory]
    [InlineData("'abc'", "abc")]
    [InlineData("return 'abc'", "abc")]
    [InlineData("42", "42")]
    [InlineData("1.5", "1.5")]
    [InlineData("[guid]'00000000-0000-0000-0000-000000000001'", "00000000-0000-0000-0000-000000000001")]
    public async Task One_value_is_one_text_in_any_culture(string body, string token)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body));

        Assert.Equal(token, await integration.TokenAsync());
    }

    [Fact]
    public async Task An_object_is_taken_from_among_others_which_are_warned_about()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("$Integration = New-DynamicIntegration -Init {\n  $list = [System.Collections.ArrayList]::new()\n  $list.Add('x')\n  [OpResult]::Ok()\n} -HealthCheck { New-HealthyResult }\nreturn $Integration");

        Assert.True((await integration.InitAsync()).IsSuccess);
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
        Assert.Equal(
            "Test.ps1(3,3): warning IMMY207: IProvider.Init wrote Int32 besides its result; it is ignored. Pipe it to Out-Null or assign it to a variable.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Theory]
    [InlineData("New-HealthyResult\nNew-UnhealthyResult bad", "Test.ps1(4,1): error IMMY206: IProvider.HealthCheck wrote 2 objects, where one HealthCheckResult is due: HealthCheckResult (line 3), HealthCheckResult (line 4). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.")]
    [InlineData("Get-Date", "Test.ps1(3,1): error IMMY205: IProvider.HealthCheck wrote DateTime, where one HealthCheckResult is due. Make it with New-HealthyResult.")]
    public async Task An_object_that_is_missing_or_doubled_is_an_error(string body, string message)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($"$Integration = New-DynamicIntegration -Init {{ }} -HealthCheck {{\n\n{body}\n}}\nreturn $Integration");

        Assert.Equal(message, await Harness.Calls.FailureAsync(() => integration.HealthAsync()));
    }

    [Theory]
    [InlineData("", HealthState.Healthy, "warning IMMY209: IProvider.HealthCheck wrote nothing, where one HealthCheckResult is due; it is taken as Healthy. Make it with New-HealthyResult.")]
    [InlineData("$true", HealthState.Healthy, "warning IMMY209: IProvider.HealthCheck wrote 'True', where one HealthCheckResult is due; it is taken as Healthy. Make it with New-HealthyResult.")]
    [InlineData("$false", HealthState.Unhealthy, "warning IMMY209: IProvider.HealthCheck wrote 'False', where one HealthCheckResult is due; it is taken as Unhealthy: The script wrote $false. Make it with New-HealthyResult.")]
    public async Task Health_is_understood_from_less_with_a_warning(string body, HealthState state, string warning)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($"$Integration = New-DynamicIntegration -Init {{ }} -HealthCheck {{ {body} }}\nreturn $Integration");

        Assert.Equal(state, (await integration.HealthAsync()).State);
        Assert.Equal(warning, Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task Health_is_not_understood_from_nothing_after_an_error()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("$Integration = New-DynamicIntegration -Init { } -HealthCheck { Write-Error down }\nreturn $Integration");

        Assert.Equal("Test.ps1(1,64): error IMMY202: IProvider.HealthCheck wrote an error: down.", await Harness.Calls.FailureAsync(() => integration.HealthAsync()));
    }

    [Fact]
    public async Task Init_that_writes_nothing_is_ok_without_a_word()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("$Integration = New-DynamicIntegration -Init { } -HealthCheck { }\nreturn $Integration");

        Assert.True((await integration.InitAsync()).IsSuccess);
        Assert.Empty(host.Observer.Last.Problems);
    }

    [Fact]
    public async Task A_block_that_owes_nothing_may_write_with_a_warning()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsDeletingOfflineAgent", "DeleteAgent", "[OutputType([System.Void])]\nparam($agent)\n\"deleted\""));

        await integration.As<ISupportsDeletingOfflineAgent>().DeleteAgent(new ProviderAgentDetails { ExternalAgentId = "1", Name = "pc" }, TestContext.Current.CancellationToken);

        Assert.Equal(
            "Test.ps1(5,1): warning IMMY208: ISupportsDeletingOfflineAgent.DeleteAgent wrote String, where nothing is due; it is ignored. Pipe it to Out-Null or assign it to a variable.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task A_block_that_owes_nothing_fails_by_its_error()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsDeletingOfflineAgent", "DeleteAgent", "param($agent)\nWrite-Error 'refused'"));

        var message = await Harness.Calls.FailureAsync(() => integration.As<ISupportsDeletingOfflineAgent>()
            .DeleteAgent(new ProviderAgentDetails { ExternalAgentId = "1" }, TestContext.Current.CancellationToken));

        Assert.Equal("Test.ps1(4,1): error IMMY202: ISupportsDeletingOfflineAgent.DeleteAgent wrote an error: refused.", message);
    }

    [Fact]
    public async Task A_statement_that_fails_ends_only_itself_and_the_run_is_partial()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "$x = 'text'.NoSuchMethod()\nNew-IntegrationClient 1 a"));

        Assert.Single(await integration.ClientsAsync());
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
        Assert.Equal(
            "Test.ps1(3,1): error IMMY202: ISupportsListingClients.GetClients wrote an error: Method invocation failed because [System.String] does not contain a method named 'NoSuchMethod'.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Theory]
    [InlineData("break", "Use return: 'break' works inside a loop, and ForEach-Object is none.")]
    [InlineData("continue", "Use return: 'continue' works inside a loop, and ForEach-Object is none.")]
    [InlineData("exit", "Use return to end the block, or throw to fail it.")]
    public async Task What_leaves_a_list_keeps_what_came_before(string keyword, string mend)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", $"1..5 | ForEach-Object {{\n if ($_ -eq 3) {{ {keyword} }}\n New-IntegrationClient $_ \"c$_\" }}"));

        Assert.Equal(["c1", "c2"], (await integration.ClientsAsync()).Select(static client => client.ClientName));
        Assert.Equal(RunOutcome.Partial, host.Observer.Last.Outcome);
        Assert.Equal(
            $"Test.ps1(4,18): error IMMY211: '{keyword}' left ISupportsListingClients.GetClients: what it wrote before is kept, the rest is missing. {mend}",
            Assert.Single(host.Observer.Last.Problems).ToString());
        Assert.Single(await (await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "foreach ($i in 1..3) { if ($i -eq 2) { break }; New-IntegrationClient $i a }"))).ClientsAsync());
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task A_script_block_that_inventory_gives_is_run()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", "[OutputType([scriptblock])]\nparam()\n{ 'id-1' }"));

        Assert.Equal("id-1", await integration.As<ISupportsInventoryIdentification>().GetInventoryScript(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Several_ids_of_one_computer_are_an_error_that_lists_them()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", "'id-1'\n'id-2'"));

        Assert.Equal(
            "Test.ps1(4,1): error IMMY206: ISupportsInventoryIdentification.GetInventoryScript wrote 2 objects, where one String is due: 'id-1' (line 3), 'id-2' (line 4). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.",
            await Harness.Calls.FailureAsync(() => integration.As<ISupportsInventoryIdentification>().GetInventoryScript(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$null")]
    public async Task No_id_is_no_error(string body)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", body));

        Assert.Null(await integration.As<ISupportsInventoryIdentification>().GetInventoryScript(TestContext.Current.CancellationToken));
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task An_odd_field_costs_a_warning_and_not_the_agent()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingAgents", "GetAgents", """
            New-IntegrationAgent -AgentId 1 -Name a -AgentVersion 'Unknown' -IsOnline 'maybe'
            New-IntegrationAgent -AgentId 2 -Name b -AgentVersion 'v7.1.0' -IsOnline 'false'
            New-IntegrationAgent -AgentId 3 -Name c -AgentVersion 5 -IsOnline:$true -SupportsRunningScripts $null
            """));

        var agents = await integration.AgentsAsync("c");

        Assert.Equal([null, new Version(7, 1, 0), new Version(5, 0)], agents.Select(static agent => agent.AgentVersion));
        Assert.Equal([false, false, true], agents.Select(static agent => agent.IsOnline));
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
        Assert.Equal(
            [
                "IMMY216: AgentVersion of agent 1 (a) is 'Unknown', which is no version; the field stays empty. Pass a value that is one, or leave the parameter out.",
                "IMMY216: IsOnline of agent 1 (a) is 'maybe', which is no true or false; the field stays empty. Pass a value that is one, or leave the parameter out.",
            ],
            host.Observer.Last.Records.Where(static record => record.Kind == StreamKind.Warning).Select(static record => record.Message));
    }

    [Theory]
    [InlineData("Get-Answer\n'token'", 6)]
    [InlineData("1 | ForEach-Object {\nGet-Answer\n}\n'token'", 7)]
    public async Task What_a_function_wrote_is_told_at_the_statement_of_the_block_that_called_it(string body, int line)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.With($"function Get-Answer {{\n  @{{ a = 1 }}\n}}\n$Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken {{\n{body}\n}}"));

        Assert.Contains($"Hashtable (line {line}), 'token'", await Harness.Calls.FailureAsync(() => integration.TokenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_carries_its_run()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Write-Host before\nthrow 'x'"));

        var exception = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());

        Assert.Equal("before", Assert.Single(exception.Run.Records).Message);
        Assert.Equal("Test", exception.Integration);
    }
}
