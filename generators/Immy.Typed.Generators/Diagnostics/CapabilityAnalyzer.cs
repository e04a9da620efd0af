using System.Collections.Immutable;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Reports what is wrong in a capability interface at the token that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapabilityAnalyzer : DiagnosticAnalyzer
{
    private const string Convention = "ISupports";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.ResultCannotCross,
        Descriptors.ParameterCannotCross,
        Descriptors.Overload,
        Descriptors.GenericMethod,
        Descriptors.MissingAttribute,
        Descriptors.UnsupportedMember,
        Descriptors.GenericInterface,
        Descriptors.Unreachable,
        Descriptors.ReservedName,
        Descriptors.OneArgument,
        Descriptors.TakenType,
        Descriptors.ReservedArgument,
    ];

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
        if (type.TypeKind != TypeKind.Interface)
        {
            return;
        }

        if (Attributes.Find(type, KnownNames.CapabilityAttribute) is not null)
        {
            foreach (var problem in CapabilityParser.Parse(type, context.CancellationToken).Problems)
            {
                context.ReportDiagnostic(problem);
            }
        }
        else if (type.Name.StartsWith(Convention, StringComparison.Ordinal) && type.Name.Length > Convention.Length)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingAttribute, Locations.Of(type), type.Name));
        }
    }
}
