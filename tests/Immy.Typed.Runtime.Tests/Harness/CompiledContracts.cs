using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>Compiles small assemblies into a folder, as they come from projects that are built otherwise than they should be.</summary>
internal sealed class CompiledContracts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public static string Abstractions => typeof(CapabilityAttribute).Assembly.Location;

    /// <summary>Compiles <c>NAME.dll</c> and gives its path.</summary>
    public string Compile(string name, string source, params string[] references)
    {
        var path = Path.Combine(Folder, name + ".dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. Net100.References.All, .. references.Select(static reference => MetadataReference.CreateFromFile(reference))],
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
