namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>A capability whose block may write anything, to compare it with a real <c>pwsh</c>.</summary>
[Capability]
public interface ISupportsTestCases
{
    /// <summary>Runs a case.</summary>
    /// <param name="text">A text.</param>
    /// <param name="number">A number.</param>
    /// <param name="names">Names.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>Whatever it writes.</returns>
    IAsyncEnumerable<object?> RunCase(string text, int number, string[] names, CancellationToken cancellationToken);
}
