using System.Collections.Generic;
using System.Threading;
using Immy.Typed;

namespace Acme.Listing;

/// <summary>A thing that the vendor's system has.</summary>
[MadeBy("New-Thing")]
public interface IThing;

/// <summary>Lists the things of the vendor's system.</summary>
[Capability]
public interface ISupportsListingThings
{
    /// <summary>Lists things, page by page &amp; as they come; see <see cref="IThing"/>.</summary>
    /// <param name="siteIds">The sites whose things are wanted, or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>One object for each thing.</returns>
    IAsyncEnumerable<IThing> GetThings(string[]? siteIds, CancellationToken cancellationToken);

    /// <summary>Lists names, some of them unknown.</summary>
    IAsyncEnumerable<string?> GetNames(CancellationToken cancellationToken);
}
