using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Secrets;

namespace Immy.Typed.Metascripts;

/// <summary>A script that works for an action of a deployment, such as one that installs an agent. It is no part of any integration.</summary>
public sealed record Metascript
{
    /// <summary>The script's name, as messages and runs show it.</summary>
    public required string Name { get; init; }

    /// <summary>The text of the script.</summary>
    public required string Script { get; init; }

    /// <summary>The file name that messages give with line and column; by default the name with <c>.ps1</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>The module scripts that <c>Import-Module</c> and command names find.</summary>
    public ModuleLibrary Modules { get; init; } = ModuleLibrary.Empty;

    /// <summary>Learns the secrets that the script gets, such as tokens: a host masks with it what it shows of the script's results.</summary>
    public SecretMask Mask { get; init; } = new();

    internal IntegrationSource Source => new() { Name = Name, Script = Script, FileName = FileName, Modules = Modules };
}
