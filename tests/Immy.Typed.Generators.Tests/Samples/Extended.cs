using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Extended;

/// <summary>Says nothing by itself.</summary>
public interface IMarker;

/// <summary>A capability by itself, and the base of another.</summary>
[Capability]
public interface ISupportsOpening
{
    /// <summary>How wide it opens at most.</summary>
    int Limit => 90;

    /// <summary>Opens it.</summary>
    Task Open(CancellationToken cancellationToken);

    /// <summary>Looks whether it opens.</summary>
    Task Check(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Implements one member of its base, and takes the implementation of another back.</summary>
[Capability]
public interface ISupportsReopening : ISupportsOpening, IMarker
{
    /// <summary>Opens it again.</summary>
    Task Reopen(CancellationToken cancellationToken);

    Task ISupportsOpening.Open(CancellationToken cancellationToken) => Reopen(cancellationToken);

    abstract Task ISupportsOpening.Check(CancellationToken cancellationToken);
}
