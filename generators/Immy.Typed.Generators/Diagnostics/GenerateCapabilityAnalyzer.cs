using System.Collections.Immutable;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Tells of a <c>[assembly: GenerateCapability]</c> for which nothing can be generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GenerateCapabilityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NoCapability];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (AskedCapability.Of(context) is { } asked && ReferencedCapabilities.WhyNot(asked.Type, context.Compilation, context.CancellationToken) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoCapability, asked.Location, TypeNames.Short(asked.Type), reason.Why, reason.Mend));
        }
    }
}
