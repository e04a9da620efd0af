using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>Calls blocks through their interfaces, as a host does.</summary>
internal static class Calls
{
    public static T As<T>(this DynamicIntegration integration)
        where T : class
        => (T)(object)integration;

    public static async Task<IReadOnlyList<IProviderClientDetails>> ClientsAsync(this DynamicIntegration integration)
        => await integration.As<ISupportsListingClients>().GetClients(TestContext.Current.CancellationToken).ToListAsync();

    public static async Task<IReadOnlyList<IProviderAgentDetails>> AgentsAsync(this DynamicIntegration integration, params string[] clientIds)
        => await integration.As<ISupportsListingAgents>().GetAgents(clientIds, TestContext.Current.CancellationToken).ToListAsync();

    public static Task<string> TokenAsync(this DynamicIntegration integration, string clientId = "c1")
        => integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken(clientId, TestContext.Current.CancellationToken);

    public static Task<OpResult> InitAsync(this DynamicIntegration integration, params (string Name, object? Value)[] form)
        => integration.Provider.Init(form.ToDictionary(static field => field.Name, static field => field.Value), TestContext.Current.CancellationToken);

    public static Task<HealthCheckResult> HealthAsync(this DynamicIntegration integration) => integration.Provider.HealthCheck(TestContext.Current.CancellationToken);

    /// <summary>The problems of a call that must fail, one a line.</summary>
    public static async Task<string> FailureAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<BlockException>(call);
        return exception.Message.ReplaceLineEndings("\n");
    }

    private static async Task<IReadOnlyList<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
