using System.Collections.Immutable;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Tells of a capability or a member that says nothing of itself, where documentation is read at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingSummaryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MissingSummary];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!Capabilities.IsCapability(type) || !IsRead(type))
        {
            return;
        }

        foreach (var symbol in Capabilities.OwnBlocks(type).Prepend(type).Where(static symbol => !Documentation.Of(symbol).HasSummary))
        {
            var name = symbol is INamedTypeSymbol ? type.Name : $"{type.Name}.{symbol.Name}";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingSummary, Locations.Of(symbol), name));
        }
    }

    private static bool IsRead(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Any(static reference => reference.SyntaxTree.Options.DocumentationMode != DocumentationMode.None);
}
