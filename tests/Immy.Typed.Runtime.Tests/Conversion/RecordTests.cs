using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Conversion;

/// <summary>Hashtables and custom objects where a record is due: converted by name, or told what is unknown and what is missing.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData("@{ ExternalClientId = 1; ClientName = 'a' }")]
    [InlineData("[pscustomobject]@{ externalclientid = 1; CLIENTNAME = 'a' }")]
    [InlineData("[ordered]@{ ExternalClientId = '1'; ClientName = 'a' }")]
    [InlineData("'{\"externalClientId\":1,\"clientName\":\"a\"}' | ConvertFrom-Json")]
    [InlineData("@{ id = 1; name = 'a' } | Select-Object @{ n = 'ExternalClientId'; e = { $_.id } }, @{ n = 'ClientName'; e = { $_.name } }")]
    [InlineData(", @(@{ ExternalClientId = 1; ClientName = 'a' })")]
    [InlineData("[OutputType([hashtable])] param() @{ ExternalClientId = 1; ClientName = 'a' }")]
    [InlineData("[OutputType([pscustomobject])] param() [pscustomobject]@{ ExternalClientId = 1; ClientName = 'a' }")]
    public async Task Names_make_a_record(string body)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", body));

        var client = Assert.Single(await integration.ClientsAsync());

        Assert.Equal(("1", "a"), (client.ExternalClientId, client.ClientName));
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Theory]
    [InlineData("@{ ClientId = 1 }", "Hashtable", "ClientId is unknown; ExternalClientId, ClientName are missing")]
    [InlineData("@{ ExternalClientId = 1; ClientName = $null }", "Hashtable", "ClientName is missing")]
    [InlineData("@{ ExternalClientId = 1; ClientName = @{ a = 1 } }", "Hashtable", "ClientName is Hashtable, where String is due")]
    [InlineData("[pscustomobject]@{ ExternalClientId = 1; ClientName = 'a'; Site = 2; Address = 3 }", "PSCustomObject", "Address, Site are unknown")]
    [InlineData("$all = [ordered]@{ ExternalClientId = 1; ClientName = 'a' }; 1..20 | ForEach-Object { $all[\"Field$_\"] = $_ }; [pscustomobject]$all", "PSCustomObject", "Field1, Field10, Field11, Field12, Field13, Field14, Field15, Field16 and 12 more are unknown")]
    public async Task Unknown_and_missing_names_are_listed(string body, string actual, string expected)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", $"New-IntegrationClient 1 a\n{body}"));

        Assert.Single(await integration.ClientsAsync());

        var problem = Assert.Single(host.Observer.Last.Problems);
        Assert.Equal(
            $"IMMY217 Object 2 that ISupportsListingClients.GetClients wrote is {actual}, which makes no IProviderClientDetails: {expected}; it is left out. Name what it has, with those in brackets as you like: ExternalClientId, ClientName. Make it with New-IntegrationClient.",
            $"{problem.Id} {problem.Message} {problem.Mend}");
        Assert.Equal(4, problem.Location!.Line);
    }

    [Fact]
    public async Task An_optional_field_that_does_not_convert_stays_empty_with_a_warning()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock(
            "ISupportsListingAgents", "GetAgents", "param($clientIds) @{ ExternalAgentId = 7; AgentVersion = 'Unknown'; IsOnline = 'false'; OSName = $null }\n@{ ExternalAgentId = 8; AgentVersion = 'v7.1.0'; IsOnline = 1 }"));

        var agents = await integration.AgentsAsync("1");

        Assert.Equal((null, false), (agents[0].AgentVersion, agents[0].IsOnline));
        Assert.Equal((new Version(7, 1, 0), true), (agents[1].AgentVersion, agents[1].IsOnline));
        Assert.Equal(
            "Test.ps1(3,19): warning IMMY216: AgentVersion of IProviderAgentDetails 7 is 'Unknown', which is no Version; the field stays empty. Pass a value that is one, or leave the parameter out.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task Records_within_records_are_made_too()
    {
        await using var host = Host();
        var inventory = (await host.LoadAsync(Scripts.With("""
            $Integration | Add-DynamicIntegrationCapability ISupportsTestInventory -GetParts {
                @{ Id = 'a'; Weight = '2.5'; Parts = @(@{ Id = 'b' }, [pscustomobject]@{ Id = 'c'; Parts = @() }) }
            } -GetDevice {
                [pscustomobject]@{ Serial = 'S1'; Made = '2026-11-25T03:00:00+02:00'; Main = @{ Id = 'm' }; Tags = @{ one = 1 } }
            }
            """))).As<ISupportsTestInventory>();

        var part = Assert.Single(await inventory.GetParts(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((2.5m, "b", 1m, 0), (part.Weight, part.Parts![0].Id, part.Parts[0].Weight, part.Parts[1].Parts!.Count));
        var device = await inventory.GetDevice(TestContext.Current.CancellationToken);
        Assert.Equal(("S1", new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.FromHours(2)), "m", 1), (device.Serial, device.Made, device.Main!.Id, device.Tags["one"]));
    }

    [Fact]
    public async Task A_table_that_holds_itself_makes_no_record_and_does_no_harm()
    {
        await using var host = Host();
        var integration = await host.LoadAsync(Scripts.With("""
            $Integration | Add-DynamicIntegrationCapability ISupportsTestInventory -GetParts { $t = @{ Id = 'a' }; $t.Parts = @($t); $t } -GetDevice { @{ Made = 1 } }
            """));
        var inventory = integration.As<ISupportsTestInventory>();

        var part = Assert.Single(await inventory.GetParts(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Null(part.Parts);
        Assert.Equal("IMMY216", Assert.Single(host.Observer.Last.Problems).Id);
        Assert.Contains(
            "IMMY217: ISupportsTestInventory.GetDevice wrote Hashtable, which makes no TestDevice: Serial is missing. Name what it has, with those in brackets as you like: Serial, [Made], [Main], [Tags]. Write an object of that type.",
            (await Assert.ThrowsAsync<BlockException>(() => inventory.GetDevice(TestContext.Current.CancellationToken))).Message,
            StringComparison.Ordinal);
    }

    private static TestHost Host() => new(build: static builder => builder.AddCapabilities(typeof(RecordTests).Assembly));
}
