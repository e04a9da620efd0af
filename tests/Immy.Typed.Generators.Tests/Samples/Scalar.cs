using System;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Scalar;

/// <summary>Gives one thing at a time.</summary>
[Capability]
public interface ISupportsPrices
{
    /// <summary>The price of an article.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="day">The day that is meant; null means today.</param>
    /// <param name="pieces">How many pieces, where that matters.</param>
    /// <param name="note">A note for the vendor.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The price of one piece.</returns>
    Task<decimal> GetPrice(string article, DateTime? day, int? pieces, string? note, CancellationToken cancellationToken);

    /// <summary>The name of an article, where it has one.</summary>
    Task<string?> GetName(string article);

    /// <summary>The stock of an article, where it is known.</summary>
    Task<int?> GetStock(string article);
}
