using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;
using Scriban.Runtime;

namespace Immy.Typed.Generators.Emission;

/// <summary>Writes the one list of an assembly's capabilities.</summary>
internal static class ListEmitter
{
    public static void Emit(SourceProductionContext output, ListModel list)
    {
        if (list.Descriptors.Count > 0)
        {
            output.AddSource("Capabilities.g.cs", Templates.Render("List", new ScriptObject
            {
                ["class_name"] = list.ClassName,
                ["descriptors"] = list.Descriptors.ToArray(),
            }));
        }
    }
}
