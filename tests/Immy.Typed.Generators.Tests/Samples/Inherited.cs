using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Inherited;

/// <summary>What all such have.</summary>
/// <typeparam name="T">What they list.</typeparam>
public interface ILister<T>
{
    /// <summary>Lists what there is.</summary>
    IAsyncEnumerable<T> List(CancellationToken cancellationToken);

    /// <summary>How many there are at most.</summary>
    int Limit => 100;
}

/// <summary>Has a base and adds to it.</summary>
[Capability]
public interface ISupportsMore : ILister<string>
{
    /// <summary>Adds one.</summary>
    Task Add(string item, CancellationToken cancellationToken);
}
