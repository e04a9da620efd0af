using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Tells of two capabilities of an assembly, or of it and one that it references, that could not be told apart.</summary>
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
            var known = new KnownCapabilities(start.Compilation, start.CancellationToken);
            start.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(node => Analyze(node, known), SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownCapabilities known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Capabilities.IsCapability(type) && !type.IsGenericType)
        {
            Report(CapabilityNames.Of(type), Locations.Of(type), known, context.ReportDiagnostic);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownCapabilities known)
    {
        if (AskedCapability.Of(context) is not { } asked
            || asked.Type is not INamedTypeSymbol type
            || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)
            || !Capabilities.IsCapability(type)
            || type.IsGenericType
            || Attributes.Find(type.ContainingAssembly, KnownNames.CapabilityListAttribute) is not null)
        {
            return;
        }

        Report(CapabilityNames.Of(type), asked.Location, known, context.ReportDiagnostic);
    }

    private static void Report(CapabilityName name, Location location, KnownCapabilities known, Action<Diagnostic> report)
    {
        foreach (var other in known.Here)
        {
            if (name.WhyNotBeside(other) is { } reason)
            {
                report(Diagnostic.Create(Descriptors.Clash, location, name.FullName, other.FullName, "assembly", reason));
                return;
            }
        }

        if (known.Elsewhere.FirstOrDefault(other => other.Name.IsNamedLike(name)) is { } referenced)
        {
            report(Diagnostic.Create(
                Descriptors.Clash, location, name.FullName, $"{referenced.Name.FullName} in {referenced.Assembly}", "host", $"scripts name both '{name.Name}'"));
        }
    }
}
