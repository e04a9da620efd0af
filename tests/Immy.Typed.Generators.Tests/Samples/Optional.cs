using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Optional;

/// <summary>Asks for little and offers more.</summary>
[Capability]
public interface ISupportsExtras
{
    /// <summary>What must be given.</summary>
    Task<string> Needed(CancellationToken cancellationToken);

    /// <summary>What may be given: one object.</summary>
    Task<string> Scalar(CancellationToken cancellationToken) => Needed(cancellationToken);

    /// <summary>What may be given: one object, without waiting.</summary>
    ValueTask<int> Number(CancellationToken cancellationToken) => new(1);

    /// <summary>What may be given: nothing.</summary>
    Task Nothing() => Task.CompletedTask;

    /// <summary>What may be given: nothing, without a task.</summary>
    void Silence()
    {
    }

    /// <summary>What may be given: a value without a task.</summary>
    string Word() => "default";

    /// <summary>What may be given: a property.</summary>
    int Seconds => 30;

    /// <summary>What may be given: a stream.</summary>
    IAsyncEnumerable<string> Stream(CancellationToken cancellationToken) => Default(cancellationToken);

    /// <summary>What may be given: a collected list.</summary>
    async Task<IReadOnlyList<string>> Collected(CancellationToken cancellationToken) => [await Needed(cancellationToken)];

    /// <summary>What no script gives.</summary>
    private static async IAsyncEnumerable<string> Default([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(0, cancellationToken);
        yield return "default";
    }

    /// <summary>What no script can replace.</summary>
    sealed int Doubled() => Seconds * 2;

    /// <summary>The usual number of seconds.</summary>
    const int Usual = 30;
}
