using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Root;

/// <summary>Whether it worked.</summary>
[MadeBy("[Outcome]::Ok()")]
public sealed class Outcome : ILenientResult<Outcome>
{
    /// <inheritdoc/>
    public static Outcome? FromNothing() => new();

    /// <inheritdoc/>
    public static Outcome? FromOther(object value) => value is bool ? new() : null;
}

/// <summary>What every integration has.</summary>
[Capability(IsRoot = true)]
public interface IStart
{
    /// <summary>Starts from the form's values.</summary>
    /// <param name="form">Each value under the name of its field.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    Task<Outcome> Init([BlockArguments] IReadOnlyDictionary<string, object?> form, CancellationToken cancellationToken);

    /// <summary>Runs what a script block that it writes says.</summary>
    [RunsScriptBlockResult]
    Task<string> GetScript(CancellationToken cancellationToken);
}
