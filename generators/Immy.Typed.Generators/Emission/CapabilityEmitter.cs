using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Emission;

/// <summary>Writes the four artefacts of one capability.</summary>
internal static class CapabilityEmitter
{
    public static void Emit(SourceProductionContext output, CapabilityModel capability)
    {
        var view = CapabilityView.Of(capability);
        foreach (var artefact in (string[])["Parameters", "Adapter", "Shim", "Descriptor"])
        {
            output.AddSource($"{capability.FullName.Replace("@", "")}.{artefact}.g.cs", Templates.Render(artefact, view));
        }
    }
}
