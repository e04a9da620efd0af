using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>A server in a test listens to no console and no signals.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
