using Immy.Typed.Modules;

namespace Immy.Typed.Integrations;

/// <summary>An integration script with what it needs to be found in messages and to find its modules.</summary>
public sealed record IntegrationSource
{
    /// <summary>The integration's name, as messages and runs show it.</summary>
    public required string Name { get; init; }

    /// <summary>The text of the script.</summary>
    public required string Script { get; init; }

    /// <summary>The file name that messages give with line and column; by default the name with <c>.ps1</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>The module scripts that <c>Import-Module</c> and command names find.</summary>
    public ModuleLibrary Modules { get; init; } = ModuleLibrary.Empty;

    /// <summary>
    /// Runs this integration's script and modules in FullLanguage: they can then do whatever this process can. Off unless
    /// an administrator trusts the script like the host's own code; every load with it is logged as a warning.
    /// </summary>
    public bool AllowFullLanguage { get; init; }

    /// <summary>
    /// Capabilities that this instance does not have, whatever its script adds: <c>integration is ISupportsX</c> is false for them, and
    /// for capabilities that extend them.
    /// </summary>
    public IReadOnlyCollection<string> ExcludedCapabilities { get; init; } = [];

    internal string File => FileName ?? Name + ".ps1";
}
