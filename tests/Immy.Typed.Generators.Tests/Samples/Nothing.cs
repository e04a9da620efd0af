using System.Threading;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Nothing;

/// <summary>Switches things off.</summary>
[Capability]
public interface ISupportsSwitchingOff
{
    /// <summary>Switches one off.</summary>
    Task SwitchOff(string id, CancellationToken cancellationToken);

    /// <summary>Switches one off for a while.</summary>
    ValueTask Pause(string id, CancellationToken cancellationToken);

    /// <summary>Switches all off and waits.</summary>
    void SwitchAllOff();
}
