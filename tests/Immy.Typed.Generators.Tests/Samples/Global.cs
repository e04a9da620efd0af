using System.Threading.Tasks;
using Immy.Typed;

/// <summary>Stands in no namespace.</summary>
[Capability]
public interface ISupportsNoNamespace
{
    /// <summary>Says hello.</summary>
    Task<string> SayHello();
}
