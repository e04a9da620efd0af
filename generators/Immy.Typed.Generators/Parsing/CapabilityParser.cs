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

        if (Reach.WhyNot(contract) is { } hidden)
        {
            problems.Add(Diagnostic.Create(Descriptors.Unreachable, Locations.Of(contract), contract.Name, hidden));
            return new(null, problems.ToImmutable());
        }

        var name = CapabilityNames.Of(contract);
        if (TakenTypes.Find(contract.ContainingAssembly, name) is { } taken)
        {
            problems.Add(Diagnostic.Create(Descriptors.TakenType, Locations.Of(contract), contract.Name, taken));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new Dictionary<BlockModel, ISymbol>();
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
                members.Add(block, member);
            }
        }

        foreach (var block in blocks)
        {
            if (ReservedNames.WhyTaken(name.Stem, block, blocks) is { } reason)
            {
                var member = members[block];
                problems.Add(Diagnostic.Create(Descriptors.ReservedName, Locations.Of(contract, member), contract.Name, member.Name, block.Name, reason));
            }
        }

        var model = problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error)
            ? null
            : Model(contract, name, blocks.ToImmutable(), Cautions.Of(contract, members.Values));
        return new(model, problems.ToImmutable());
    }

    private static CapabilityModel Model(INamedTypeSymbol contract, CapabilityName name, ImmutableArray<BlockModel> blocks, Cautions cautions) => new(
        name.Name,
        name.FullName,
        name.Namespace,
        name.Stem,
        Attributes.Find(contract, KnownNames.CapabilityAttribute)?.NamedArguments.Any(static argument => argument is { Key: "IsRoot", Value.Value: true }) == true,
        Attributes.IsVisibleOutside(contract),
        Documentation.Of(contract).Summary,
        new([.. Bases(contract).Select(TypeNames.Bare)]),
        new(blocks),
        cautions.IsForbidden,
        cautions.Ids);

    private static IEnumerable<ISymbol> MembersWithBases(INamedTypeSymbol contract)
        => Bases(contract)
            .Append(contract)
            .SelectMany(Members)
            .Where(static member => member
                is not INamedTypeSymbol
                and not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion) }
                and not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 }
                and not IEventSymbol { ExplicitInterfaceImplementations.Length: > 0 });

    // The compiler gives the bases and members of a partial interface in the order of its files, which tools choose.
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol contract) => contract.AllInterfaces
        .OrderBy(static type => type.AllInterfaces.Length)
        .ThenBy(TypeNames.WithoutGlobal, StringComparer.Ordinal);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length < 2
        ? type.GetMembers()
        : type.GetMembers()
            .OrderBy(static member => member.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath.Replace('\\', '/') ?? "", StringComparer.Ordinal)
            .ThenBy(static member => member.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start ?? 0);
}
