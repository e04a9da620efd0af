namespace Immy.Typed.Runtime.Tests.Conversion;

/// <summary>Records of every kind that a contract may owe.</summary>
[Capability]
public interface ISupportsTestInventory
{
    /// <summary>Gives the parts of a device.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The parts.</returns>
    IAsyncEnumerable<TestPart> GetParts(CancellationToken cancellationToken);

    /// <summary>Gives a device.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The device.</returns>
    Task<TestDevice> GetDevice(CancellationToken cancellationToken);
}
