using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Tells of two capabilities of one assembly that scripts or generated code could not tell apart.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClashAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Clash];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var all = new Lazy<ImmutableArray<CapabilityName>>(() => Names(start.Compilation, start.CancellationToken));
            start.RegisterSymbolAction(symbol => Analyze(symbol, all), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(node => Analyze(node, all), SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<ImmutableArray<CapabilityName>> all)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Capabilities.IsCapability(type) && !type.IsGenericType)
        {
            Report(CapabilityNames.Of(type), Locations.Of(type), all.Value, context.ReportDiagnostic);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, Lazy<ImmutableArray<CapabilityName>> all)
    {
        if (AskedCapability.Of(context) is not { } asked
            || asked.Type is not INamedTypeSymbol type
            || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)
            || !Capabilities.IsCapability(type)
            || type.IsGenericType)
        {
            return;
        }

        Report(CapabilityNames.Of(type), asked.Location, all.Value, context.ReportDiagnostic);
    }

    private static void Report(CapabilityName name, Location location, ImmutableArray<CapabilityName> all, Action<Diagnostic> report)
    {
        foreach (var other in all)
        {
            if (name.WhyNotBeside(other) is { } reason)
            {
                report(Diagnostic.Create(Descriptors.Clash, location, name.FullName, other.FullName, reason));
                return;
            }
        }
    }

    private static ImmutableArray<CapabilityName> Names(Compilation compilation, CancellationToken cancellation)
    {
        var declared = compilation
            .GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation)
            .OfType<INamedTypeSymbol>()
            .Where(static type => Capabilities.IsCapability(type) && !type.IsGenericType);
        var asked = compilation.Assembly.GetAttributes()
            .Select(Capabilities.AskedFor)
            .OfType<INamedTypeSymbol>()
            .Where(type => Capabilities.IsCapability(type) && CapabilityParser.Parse(type, cancellation).Model is not null);
        return [.. declared.Concat(asked).Select(CapabilityNames.Of).Distinct().OrderBy(static name => name.FullName, StringComparer.Ordinal)];
    }
}
