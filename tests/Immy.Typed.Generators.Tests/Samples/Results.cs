using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Results;

/// <summary>Hands results out in every way there is.</summary>
[Capability]
public interface ISupportsEveryCarrier
{
    /// <summary>A value task.</summary>
    ValueTask<string> Value(CancellationToken cancellationToken);

    /// <summary>A value task of anything.</summary>
    ValueTask<object?> Anything(CancellationToken cancellationToken);

    /// <summary>A value.</summary>
    string Now();

    /// <summary>An array.</summary>
    int[] Array();

    /// <summary>A sequence.</summary>
    IEnumerable<string> Sequence();

    /// <summary>A task of an array.</summary>
    Task<string[]> TaskOfArray(CancellationToken cancellationToken);

    /// <summary>A task of a list, some of whose objects are null.</summary>
    Task<IReadOnlyList<string?>> TaskOfList(CancellationToken cancellationToken);

    /// <summary>A value task of a collection.</summary>
    ValueTask<ICollection<string>> ValueTaskOfCollection();
}
