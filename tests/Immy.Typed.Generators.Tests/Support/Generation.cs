using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>One run of the generator over a compilation.</summary>
/// <param name="Files">What it wrote, by hint name.</param>
/// <param name="Compilation">The compilation with what it wrote.</param>
internal sealed record Generation(IReadOnlyDictionary<string, string> Files, Compilation Compilation)
{
    public static Generation Of(params IEnumerable<string> sources) => Of(Sources.Compile(sources));

    public static Generation Of(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver
            .Create([new CapabilityGenerator().AsSourceGenerator()], parseOptions: Sources.Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return new(
            result.GeneratedSources.ToImmutableSortedDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal),
            whole);
    }

    /// <summary>Every complaint of the compiler that a person would see, one a line, those of emitting included.</summary>
    public string Complaints()
        => string.Join('\n', Compilation.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics
            .Concat(Compilation.GetDiagnostics(TestContext.Current.CancellationToken))
            .Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)
            .Select(static diagnostic => diagnostic.ToString())
            .Distinct());
}
