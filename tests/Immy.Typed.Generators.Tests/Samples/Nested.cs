using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Nested;

/// <summary>Holds a contract.</summary>
public static class Contracts
{
    /// <summary>Stands in a class.</summary>
    [Capability]
    public interface ISupportsNesting
    {
        /// <summary>Gives a part of the class.</summary>
        Task<Part> GetPart();
    }

    /// <summary>A part.</summary>
    public sealed record Part(string Name);
}
