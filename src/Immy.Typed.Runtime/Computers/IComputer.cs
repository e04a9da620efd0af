namespace Immy.Typed.Computers;

/// <summary>The computer that an action is about: <c>Invoke-ImmyCommand</c> runs its block there.</summary>
public interface IComputer
{
    /// <summary>The computer's name, for messages.</summary>
    string Name { get; }

    /// <summary>Runs a script on the computer.</summary>
    /// <param name="command">The script and its arguments.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the script wrote, and its error when it ended with one: what came before is kept.</returns>
    Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken);

    /// <summary>Reads a value of the computer's registry.</summary>
    /// <param name="path">The key, for example <c>HKLM:\SOFTWARE\Vendor</c>.</param>
    /// <param name="name">The value's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The value; null when key or value does not exist.</returns>
    Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken);
}
