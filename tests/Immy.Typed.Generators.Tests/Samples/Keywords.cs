using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.@event;

/// <summary>Is named like keywords.</summary>
[Capability]
public interface ISupportsKeywords
{
    /// <summary>A block named event.</summary>
    Task<string> @event(string @class, int @int, CancellationToken @return);

    /// <summary>An optional block named void.</summary>
    Task @void(string? @base) => Task.CompletedTask;

    /// <summary>A property named object.</summary>
    int @object { get; }
}

/// <summary>An interface that is named like one.</summary>
[Capability]
public interface @interface
{
    /// <summary>A block.</summary>
    Task Block();
}
