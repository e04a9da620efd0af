using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Integrations;

/// <summary>Loads integration scripts.</summary>
public interface IIntegrationLoader
{
    /// <summary>Runs a script's top level in a session of its own and returns the integration that it builds.</summary>
    /// <param name="source">The script and its modules.</param>
    /// <param name="observer">Sees the calls of this integration, besides the host's own observers.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    /// <exception cref="IntegrationLoadException">The script breaks a contract; the exception names every problem with its place.</exception>
    Task<DynamicIntegration> LoadAsync(IntegrationSource source, IRunObserver? observer = null, CancellationToken cancellationToken = default);
}
