using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>A server that the tests of a class share; each makes a provider link of its own.</summary>
public sealed class WebhookServer : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal Task<Hook> LinkAsync(string block) => Hook.CreateAsync(Server, block);
}
