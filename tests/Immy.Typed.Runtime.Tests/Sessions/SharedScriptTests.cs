using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>Sessions share what the engine compiled of their script, and nothing that runs in it.</summary>
public sealed class SharedScriptTests
{
    [Fact]
    public async Task Sessions_that_run_one_script_at_once_keep_their_variables_functions_and_validation_apart()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 4);
        var integration = await host.LoadAsync(Scripts.With("""
            function Add-One { param([ValidateScript({ $script:seen += 1; $_ -like 'c*' })] $Client) $global:own = $Client; Start-Sleep -Milliseconds 2; "$global:own" }
            $Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantInstallToken -GetTenantInstallToken {
                param([ValidateScript({ $_ -like 'c*' })] $clientId)
                Add-One -Client $clientId
            }
            """));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => integration.TokenAsync($"c{number}")));

        Assert.Equal(Enumerable.Range(0, 200).Select(static number => $"c{number}"), answers);
        Assert.Equal(4, integration.Sessions.Open);
    }

    [Fact]
    public async Task Instances_of_one_script_have_their_own_context()
    {
        await using var host = new TestHost();
        var script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) if ($clientId) { $IntegrationContext.Name = $clientId }; $IntegrationContext.Name");
        var first = await host.LoadAsync(script);
        var second = await host.LoadAsync(script);

        Assert.Equal("one", await first.TokenAsync("one"));
        Assert.Equal("two", await second.TokenAsync("two"));
        Assert.Equal("one", await first.TokenAsync(""));
    }
}
