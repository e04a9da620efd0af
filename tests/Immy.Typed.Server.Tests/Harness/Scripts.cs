namespace Immy.Typed.Server.Tests.Harness;

/// <summary>Integration scripts of the tests.</summary>
internal static class Scripts
{
    /// <summary>Takes an address and a key, of which only one that begins with <c>good-</c> is right.</summary>
    public const string WithKey = """
        $Integration = New-DynamicIntegration -Init {
            param([Parameter(Mandatory)][string]$Url, [Parameter(Mandatory)][Password()][string]$Key)
            if ($Key -notlike 'good-*') { throw "$Url refuses the key $Key" }
            $IntegrationContext.Url = $Url
            [OpResult]::Ok()
        } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient 1 Contoso }
        return $Integration
        """;
}
