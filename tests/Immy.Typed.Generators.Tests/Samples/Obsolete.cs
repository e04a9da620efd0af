using System;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Obsolete;

/// <summary>Is on its way out.</summary>
[Capability]
[Obsolete("Use another.")]
public interface ISupportsOldWays
{
    /// <summary>Does it as before.</summary>
    [Obsolete]
    Task<string> Old();

    /// <summary>May do it as before.</summary>
    [Obsolete("Use another.")]
    Task<string> Older() => Old();
}
