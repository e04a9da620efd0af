using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>An integration type as the API shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The number of the current version.</param>
/// <param name="Script">Its script; null in lists.</param>
/// <param name="Warnings">What deserved a warning when it was loaded; null where it was not loaded for this answer.</param>
internal sealed record IntegrationTypeView(Guid Id, string Name, int Version, string? Script, IReadOnlyList<ProblemView>? Warnings)
{
    public static IntegrationTypeView Of(IntegrationType type, string? script = null, IReadOnlyList<ProblemView>? warnings = null)
        => new(type.Id, type.Name, type.CurrentVersion, script, warnings);
}
