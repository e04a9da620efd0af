using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Vendor;

/// <summary>Is declared in another assembly.</summary>
[Capability]
public interface ISupportsVendorThings
{
    /// <summary>Gives one thing.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    Task<string> GetThing(string id, CancellationToken cancellationToken = default);
}
