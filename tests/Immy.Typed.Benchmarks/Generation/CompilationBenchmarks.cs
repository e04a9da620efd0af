using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Immy.Typed.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Benchmarks.Generation;

/// <summary>A project of 200 capabilities compiled from its texts in a process that is warm, with and without the generator.</summary>
public class CompilationBenchmarks
{
    private IReadOnlyDictionary<string, string> _generated = null!;

    [GlobalSetup]
    public void Setup() => _generated = CapabilityProject.Generated();

    // What the generator writes is checked in, so that both compile the same code.
    [Benchmark(Baseline = true)]
    public void CheckedIn()
        => CapabilityProject.Emit(CapabilityProject.Create(_generated.Select(static file => CapabilityProject.Parse(file.Value, file.Key))));

    [Benchmark]
    public void Generator() => CapabilityProject.Emit(Generate());

    [Benchmark]
    public int GeneratorAndAnalyzers()
    {
        var analyzed = Generate().WithAnalyzers(Analyzers());
        var told = analyzed.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        CapabilityProject.Emit(analyzed.Compilation);
        return told.Length;
    }

    [Benchmark]
    public void InterfacesOnly() => CapabilityProject.Emit(CapabilityProject.Create());

    private static Compilation Generate()
    {
        CapabilityProject.Driver().RunGeneratorsAndUpdateCompilation(CapabilityProject.Create(), out var whole, out _);
        return whole;
    }

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers()
        => [new CapabilityAnalyzer(), new ClashAnalyzer(), new GenerateCapabilityAnalyzer(), new MissingCancellationTokenAnalyzer(), new MissingSummaryAnalyzer()];
}
