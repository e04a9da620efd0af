using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Undocumented;

[Capability]
internal interface IUndocumented
{
    Task<int> Count(string of);
}
