using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Derived;

/// <summary>Asks for everything.</summary>
public interface IEverything
{
    /// <summary>What a derived interface has a default for.</summary>
    Task<string> Eased(CancellationToken cancellationToken);

    /// <summary>What a derived interface has a default for: a property.</summary>
    int EasedCount { get; }

    /// <summary>What a derived interface takes the default from.</summary>
    Task Hardened(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Asks for less here and for more there.</summary>
[Capability]
public interface ISupportsDerivedDefaults : IEverything
{
    /// <inheritdoc/>
    Task<string> IEverything.Eased(CancellationToken cancellationToken) => Task.FromResult("default");

    /// <inheritdoc/>
    int IEverything.EasedCount => 7;

    /// <inheritdoc/>
    abstract Task IEverything.Hardened(CancellationToken cancellationToken);
}
