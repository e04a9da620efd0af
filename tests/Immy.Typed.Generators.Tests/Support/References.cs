using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>What the sources under test are compiled against.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(CapabilityAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(System.Management.Automation.ScriptBlock).Assembly.Location),
    ];
}
