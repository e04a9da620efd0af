#nullable disable
using System.Collections.Generic;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Oblivious;

/// <summary>Says nothing about null.</summary>
[Capability]
public interface ISupportsAnyNull
{
    /// <summary>Takes and gives what may be null.</summary>
    Task<string> Echo(string text, IReadOnlyDictionary<string, object> more);

    /// <summary>Lists what may be null.</summary>
    Task<string[]> List(string[] texts);
}
