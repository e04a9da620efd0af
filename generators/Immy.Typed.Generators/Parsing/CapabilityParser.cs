using System.Collections.Immutable;
using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads a capability interface: symbols in, a model of plain values out.</summary>
internal static class CapabilityParser
{
    public static ParseResult Parse(INamedTypeSymbol contract, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        if (contract.IsGenericType)
        {
            problems.Add(Diagnostic.Create(Descriptors.GenericInterface, Locations.Of(contract), contract.Name));
            return new(null, problems.ToImmutable());
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var blocks = ImmutableArray.CreateBuilder<BlockModel>();
        foreach (var member in MembersWithBases(contract))
        {
            cancellation.ThrowIfCancellationRequested();
            var block = BlockParser.Parse(contract, member, problems);
            if (block is not null && !names.Add(block.Name))
            {
                problems.Add(Diagnostic.Create(Descriptors.Overload, Locations.Of(contract, member), contract.Name, block.Name));
            }
            else if (block is not null)
            {
                blocks.Add(block);
            }
        }

        var model = problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error)
            ? null
            : Model(contract, blocks.ToImmutable());
        return new(model, problems.ToImmutable());
    }

    private static CapabilityModel Model(INamedTypeSymbol contract, ImmutableArray<BlockModel> blocks)
    {
        var stem = TypeNames.Nested(contract);
        if (stem.Length > 1 && stem[0] == 'I' && char.IsUpper(stem[1]))
        {
            stem = stem.Substring(1);
        }

        return new(
            contract.Name,
            TypeNames.WithoutGlobal(contract),
            contract.ContainingNamespace.IsGlobalNamespace ? "Generated" : $"{contract.ContainingNamespace.ToDisplayString()}.Generated",
            stem,
            Attributes.Find(contract, KnownNames.CapabilityAttribute)?.NamedArguments.Any(static argument => argument is { Key: "IsRoot", Value.Value: true }) == true,
            Attributes.IsVisibleOutside(contract),
            Documentation.Of(contract).Summary,
            new([.. contract.AllInterfaces.Select(TypeNames.Bare)]),
            new(blocks));
    }

    private static IEnumerable<ISymbol> MembersWithBases(INamedTypeSymbol contract)
        => contract.AllInterfaces
            .Reverse()
            .Append(contract)
            .SelectMany(static type => type.GetMembers())
            .Where(static member => member
                is not INamedTypeSymbol
                and not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion) }
                and not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 }
                and not IEventSymbol { ExplicitInterfaceImplementations.Length: > 0 });
}
