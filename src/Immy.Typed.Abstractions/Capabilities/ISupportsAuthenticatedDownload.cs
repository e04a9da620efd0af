using System.Collections;
using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Lets installers be downloaded from addresses that want a login. The headers are used for the download only and never
/// shown.
/// </summary>
[Capability]
public interface ISupportsAuthenticatedDownload
{
    /// <summary>Gets the headers that go with the download of an installer.</summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>A hashtable of header names and values, for example @{ Authorization = "Bearer $token" }.</returns>
    Task<Hashtable> GetAuthHeader(CancellationToken cancellationToken);
}
