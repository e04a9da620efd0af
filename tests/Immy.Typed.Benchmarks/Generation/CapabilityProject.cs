using System.Text;
using Basic.Reference.Assemblies;
using Immy.Typed.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.Benchmarks.Generation;

/// <summary>The project of capabilities inside this process: parsed, generated for and compiled as the compiler does it.</summary>
internal static class CapabilityProject
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(CapabilityAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(System.Management.Automation.ScriptBlock).Assembly.Location),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);

    /// <summary>The capabilities and one file besides, parsed.</summary>
    public static CSharpCompilation Create(params IEnumerable<SyntaxTree> more)
        => CSharpCompilation.Create(
            "Acme",
            CapabilitySources.Capabilities.Select(static (text, index) => Parse(text, $"Vendor{index + 1}.cs"))
                .Append(Parse(CapabilitySources.Unrelated, "Counter.cs"))
                .Concat(more),
            References,
            Options);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new CapabilityGenerator().AsSourceGenerator()], parseOptions: Parsing);

    /// <summary>Everything that the generator writes for the project, by file name.</summary>
    public static IReadOnlyDictionary<string, string> Generated()
        => Driver().RunGenerators(Create()).GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal);

    public static void Emit(Compilation compilation)
    {
        var result = compilation.Emit(Stream.Null);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }
    }
}
