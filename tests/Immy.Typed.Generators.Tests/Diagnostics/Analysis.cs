using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>Runs analyzer and generator over contracts and asserts what they tell and what they still write.</summary>
internal static class Analysis
{
    private const string Preamble = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Immy.Typed;


        """;

    private const string Healthy = """


        [Capability]
        public interface IHealthy
        {
            Task Live();
        }
        """;

    /// <summary>One diagnostic at each mark, nothing generated for the marked contract, everything for a healthy one beside it.</summary>
    public static async Task RefusesAsync(string marked, string id, string message)
    {
        var source = await TellsAsync(marked + Healthy, DiagnosticSeverity.Error, id, message);
        Assert.All(Generation.Of(source).Files.Keys.Where(static file => file != "Capabilities.g.cs"), static file => Assert.StartsWith("IHealthy.", file, StringComparison.Ordinal));
        Assert.Equal(5, Generation.Of(source).Files.Count);
        Assert.Single(Generation.Of(source).Files["Capabilities.g.cs"].Split('\n'), static line => line.EndsWith("Descriptor.Instance,", StringComparison.Ordinal));
    }

    /// <summary>One diagnostic at each mark, with the same message.</summary>
    public static async Task<string> TellsAsync(string marked, DiagnosticSeverity severity, string id, string message)
    {
        var source = MarkedSource.Parse(Preamble + marked);
        Assert.NotEmpty(source.Spans);
        Assert.Equal(
            source.Spans.Select(span => new Told(id, severity, message, span)),
            (await RunAsync(Sources.Compile(source.Text))).Select(Told.From));
        return source.Text;
    }

    /// <summary>Nothing is told, and the emitted code compiles.</summary>
    public static async Task AcceptsAsync(string source)
    {
        Assert.Empty(await RunAsync(Sources.Compile(Preamble + source)));
        var generation = Generation.Of("#pragma warning disable CS1591\n" + Preamble + source);
        Assert.NotEmpty(generation.Files);
        Assert.Equal("", generation.Complaints());
    }

    /// <summary>What the analyzer tells, in the order of places; an analyzer that failed is told too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(CSharpCompilation compilation)
        => [.. (await compilation
                .WithAnalyzers([new CapabilityAnalyzer()])
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
}
