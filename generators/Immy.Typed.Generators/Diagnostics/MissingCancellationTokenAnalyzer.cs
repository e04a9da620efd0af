using System.Collections.Immutable;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Tells of a method that does not let its caller stop the script.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingCancellationTokenAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MissingCancellationToken];

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
        if (!Capabilities.IsCapability(type))
        {
            return;
        }

        foreach (var method in Capabilities.OwnBlocks(type).OfType<IMethodSymbol>().Where(static method => !EndsWithToken(method)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingCancellationToken, Locations.Of(method), type.Name, method.Name));
        }
    }

    /// <summary>Nothing can stand behind <c>params</c>.</summary>
    private static bool EndsWithToken(IMethodSymbol method)
        => method.Parameters.LastOrDefault(static parameter => !parameter.IsParams) is { } last && TypeRules.IsCancellationToken(last.Type);
}
