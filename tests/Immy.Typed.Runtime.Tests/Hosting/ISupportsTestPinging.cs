namespace Immy.Typed.Runtime.Tests.Hosting;

/// <summary>A capability that only this test assembly knows.</summary>
[Capability]
public interface ISupportsTestPinging
{
    /// <summary>Pings a computer.</summary>
    /// <param name="target">The computer.</param>
    /// <param name="times">How often.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>What came back.</returns>
    Task<string> Ping(string target, int times, CancellationToken cancellationToken);
}
