using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>Makes compilations of source texts as strict as a careful project's.</summary>
internal static class Sources
{
    private const int AllWarnings = 9999;

    private static CSharpCompilationOptions Strict { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: AllWarnings,
        allowUnsafe: true);

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>The files are named File0.cs, File1.cs and so on.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources)
        => CSharpCompilation.Create("Acme.Contracts", sources.Select(Tree), References.All, Strict);

    public static SyntaxTree Tree(string source, int index)
        => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), Parsing, $"File{index}.cs");
}
