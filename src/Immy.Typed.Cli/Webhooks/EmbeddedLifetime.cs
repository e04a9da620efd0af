using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Cli.Webhooks;

/// <summary>Leaves Ctrl+C to the command that the listener serves.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
