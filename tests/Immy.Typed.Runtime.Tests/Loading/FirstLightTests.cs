using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Loading;

public sealed class FirstLightTests
{
    [Fact]
    public async Task A_script_becomes_an_integration_that_is_what_it_added()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", """
            'a', 'b' | ForEach-Object { New-IntegrationClient -ClientId $_ -ClientName "Client $_" }
            """));

        Assert.True((object)integration is ISupportsListingClients);
        Assert.False((object)integration is ISupportsListingAgents);
        var names = new List<string>();
        await foreach (var client in ((ISupportsListingClients)(object)integration).GetClients(TestContext.Current.CancellationToken))
        {
            names.Add(client.ClientName);
        }

        Assert.Equal(["Client a", "Client b"], names);
    }

    [Fact]
    public async Task Streams_and_conversions()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            param($clientId)
            Write-Host "host $clientId"; Write-Verbose v -Verbose; Write-Warning w; Write-Information i; Write-Progress -Activity p -Status s -PercentComplete 5
            Write-Host -NoNewline "one "; Write-Host "two"
            try { throw 'caught' } catch { }
            [pscustomobject]@{ a = 1 } | Out-Host
            $x = [System.Text.Encoding]::UTF8.GetBytes('abc')
            [Convert]::ToBase64String($x)
            """));
        var token = await ((ISupportsTenantInstallToken)(object)integration).GetTenantInstallToken("c1", TestContext.Current.CancellationToken);
        Assert.Equal("YWJj", token);
        Assert.Equal("", string.Join("\n", host.Observer.Last.Records.Select(r => $"{r.Kind} {r.Message} @{r.Location} {r.PercentComplete}").Concat(host.Observer.Last.Problems.Select(p => p.ToString()))));
    }
}
