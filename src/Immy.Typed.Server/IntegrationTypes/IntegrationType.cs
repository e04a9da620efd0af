using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A kind of integration: a script in its versions.</summary>
internal sealed class IntegrationType : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The number of the version that provider links run.</summary>
    public int CurrentVersion { get; set; }

    public List<IntegrationTypeVersion> Versions { get; init; } = [];

    /// <summary>The script of the current version; the versions must have been read.</summary>
    public string CurrentScript => Versions.Single(version => version.Number == CurrentVersion).Script;

    public string Stamp { get; set; } = "";
}
