using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Loading;

/// <summary>Capabilities that one instance leaves out.</summary>
public sealed class ExclusionTests
{
    private static readonly string Script = Scripts.With("""
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient 1 Contoso }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { 'token-4711' }
        """);

    [Fact]
    public async Task An_excluded_capability_is_none_of_the_instance()
    {
        await using var host = new TestHost();

        await using var integration = await LoadAsync(host, "isupportslistingclients");

        Assert.False(integration is ISupportsListingClients);
        Assert.True(integration is ISupportsTenantInstallToken);
        Assert.Equal(["IProvider", "ISupportsTenantInstallToken"], integration.Capabilities.Select(static capability => capability.Name));
        Assert.Equal(["ISupportsListingClients"], integration.ExcludedCapabilities.Select(static capability => capability.Name));
        Assert.Throws<InvalidCastException>(() => (ISupportsListingClients)(object)integration);
    }

    [Fact]
    public async Task Another_instance_keeps_it()
    {
        await using var host = new TestHost();
        await using var without = await LoadAsync(host, "ISupportsListingClients");

        await using var with = await LoadAsync(host);

        Assert.True(with is ISupportsListingClients);
        Assert.Empty(with.ExcludedCapabilities);
    }

    [Theory]
    [InlineData("ISupportsListingClient", "error IMMY130: 'ISupportsListingClient' is excluded, but is no capability. Did you mean 'ISupportsListingClients'?")]
    [InlineData("IProvider", "error IMMY131: IProvider is part of every integration and cannot be excluded. Switch the instance off instead.")]
    public async Task What_cannot_be_excluded_is_told(string name, string message)
    {
        await using var host = new TestHost();

        Assert.Equal(message, (await Assert.ThrowsAsync<IntegrationLoadException>(() => LoadAsync(host, name))).Message);
    }

    private static Task<DynamicIntegration> LoadAsync(TestHost host, params string[] excluded) => host.Services.GetRequiredService<IIntegrationLoader>().LoadAsync(
        new() { Name = "Test", Script = Script, ExcludedCapabilities = excluded }, cancellationToken: TestContext.Current.CancellationToken);
}
