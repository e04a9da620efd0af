using System.Collections.Immutable;
using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>Runs analyzer and generator over contracts and asserts what they tell and what they still write.</summary>
internal static class Analysis
{
    /// <summary>Every analyzer that ships.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
        [.. typeof(CapabilityAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

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
    public static Task RefusesAsync(string marked, string id, string message)
        => RefusesAsync(marked, new CapabilityAnalyzer(), id, message);

    /// <summary>The same of another analyzer, with a message for each mark or one for all.</summary>
    public static async Task RefusesAsync(string marked, DiagnosticAnalyzer analyzer, string id, params string[] messages)
    {
        var source = await TellsAsync(marked + Healthy, analyzer, DiagnosticSeverity.Error, id, messages);
        Assert.All(Generation.Of(source).Files.Keys.Where(static file => file != "Capabilities.g.cs"), static file => Assert.StartsWith("IHealthy.", file, StringComparison.Ordinal));
        Assert.Equal(5, Generation.Of(source).Files.Count);
        Assert.Single(Generation.Of(source).Files["Capabilities.g.cs"].Split('\n'), static line => line.EndsWith("Descriptor.Instance,", StringComparison.Ordinal));
    }

    /// <summary>One diagnostic at each mark, with the same message.</summary>
    public static Task<string> TellsAsync(string marked, DiagnosticSeverity severity, string id, string message)
        => TellsAsync(marked, new CapabilityAnalyzer(), severity, id, message);

    /// <summary>One diagnostic of an analyzer at each mark, with a message for each or one for all.</summary>
    public static async Task<string> TellsAsync(string marked, DiagnosticAnalyzer analyzer, DiagnosticSeverity severity, string id, params string[] messages)
    {
        var source = MarkedSource.Parse(Preamble + marked);
        Assert.NotEmpty(source.Spans);
        Assert.Equal(
            source.Spans.Select((span, index) => new Told(id, severity, messages.Length == 1 ? messages[0] : messages[index], span)),
            (await RunAsync(Sources.Compile(source.Text), analyzer)).Select(Told.From));
        return source.Text;
    }

    /// <summary>Nothing is told, and the emitted code compiles.</summary>
    public static Task AcceptsAsync(string source) => AcceptsAsync(source, new CapabilityAnalyzer());

    /// <summary>An analyzer tells nothing, and the emitted code compiles.</summary>
    public static async Task AcceptsAsync(string source, DiagnosticAnalyzer analyzer)
    {
        Assert.Empty(await RunAsync(Sources.Compile(Preamble + source), analyzer));
        var generation = Generation.Of("#pragma warning disable CS1591\n" + Preamble + source);
        Assert.NotEmpty(generation.Files);
        Assert.Equal("", generation.Complaints());
    }

    public static Task<IReadOnlyList<Diagnostic>> RunAsync(CSharpCompilation compilation) => RunAsync(compilation, new CapabilityAnalyzer());

    /// <summary>What analyzers tell, in the order of places; an analyzer that failed is told too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(CSharpCompilation compilation, params ImmutableArray<DiagnosticAnalyzer> analyzers)
        => [.. (await compilation
                .WithAnalyzers(analyzers)
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
}
