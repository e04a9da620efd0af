using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>Leaves the signals of the process, such as Ctrl+C, to the process that the server lives in.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
