using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Modules;

/// <summary>A module script that people edit, in its versions.</summary>
internal sealed class StoredModule : IStamped
{
    /// <summary>The name in capitals, by which it is found: scripts write it in any case.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The number of the version that scripts find.</summary>
    public int CurrentVersion { get; set; }

    public List<StoredModuleVersion> Versions { get; init; } = [];

    /// <summary>The script of the current version; the versions must have been read.</summary>
    public string CurrentScript => Versions.Single(version => version.Number == CurrentVersion).Script;

    public string Stamp { get; set; } = "";

    public static string KeyOf(string name) => name.ToUpperInvariant();
}
