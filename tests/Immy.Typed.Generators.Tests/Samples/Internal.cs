using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Internal;

/// <summary>Stays in its assembly.</summary>
[Capability]
internal interface ISupportsSecrecy
{
    /// <summary>Gives what is seen here only.</summary>
    Task<Secret> GetSecret();
}

internal sealed record Secret(string Value);
