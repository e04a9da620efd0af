using System.Collections.Immutable;
using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads one member of a capability interface as a script block.</summary>
internal static class BlockParser
{
    public static BlockModel? Parse(INamedTypeSymbol contract, ISymbol member, ImmutableArray<Diagnostic>.Builder problems)
    {
        switch (member)
        {
            // What no class can implement is a helper of the interface's own: static, private or sealed.
            case { IsAbstract: false, IsVirtual: false }:
            case { IsAbstract: false, IsStatic: true }:
                return null;
            case IMethodSymbol { IsStatic: false } method when !IsProtected(method):
                return Method(contract, method, problems);
            case IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: null } property when !IsProtected(property):
                return Property(contract, property, problems);
            default:
                problems.Add(Diagnostic.Create(Descriptors.UnsupportedMember, Locations.Of(contract, member), contract.Name, member.Name, Kind(member)));
                return null;
        }
    }

    private static BlockModel? Method(INamedTypeSymbol contract, IMethodSymbol method, ImmutableArray<Diagnostic>.Builder problems)
    {
        if (method.IsGenericMethod)
        {
            problems.Add(Diagnostic.Create(Descriptors.GenericMethod, Locations.Of(contract, method), contract.Name, method.Name));
            return null;
        }

        var before = problems.Count;
        var documentation = Documentation.Of(method);
        var result = ResultParser.Parse(method.ReturnType, out var reason);
        if (result is null || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            problems.Add(Diagnostic.Create(
                Descriptors.ResultCannotCross, Locations.OfType(contract, method), contract.Name, method.Name, TypeNames.Short(method.ReturnType), reason ?? "it is a reference"));
        }

        var parameters = ImmutableArray.CreateBuilder<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            reason = parameter.RefKind == RefKind.None ? TypeRules.WhyParameterCannotCross(parameter.Type) : "it is passed by reference";
            if (reason is not null)
            {
                problems.Add(Diagnostic.Create(
                    Descriptors.ParameterCannotCross, Locations.OfType(contract, parameter), contract.Name, method.Name, parameter.Name, TypeNames.Short(parameter.Type), reason));
            }

            parameters.Add(ParameterParser.Parse(parameter, documentation));
        }

        return problems.Count > before
            ? null
            : new(
                method.Name,
                TypeNames.Escape(method.Name),
                TypeNames.Full(method.ContainingType),
                IsProperty: false,
                IsMandatory(contract, method),
                Attributes.Find(method, KnownNames.RunsScriptBlockResultAttribute) is not null,
                result!,
                new(parameters.ToImmutable()),
                documentation.Summary,
                documentation.Returns);
    }

    private static BlockModel? Property(INamedTypeSymbol contract, IPropertySymbol property, ImmutableArray<Diagnostic>.Builder problems)
    {
        var result = ResultParser.Parse(property.Type, out var reason);
        if (result is null || property.ReturnsByRef || property.ReturnsByRefReadonly)
        {
            problems.Add(Diagnostic.Create(
                Descriptors.ResultCannotCross, Locations.OfType(contract, property), contract.Name, property.Name, TypeNames.Short(property.Type), reason ?? "it is a reference"));
            return null;
        }

        var documentation = Documentation.Of(property);
        return new(
            "get_" + property.Name,
            TypeNames.Escape(property.Name),
            TypeNames.Full(property.ContainingType),
            IsProperty: true,
            IsMandatory(contract, property),
            RunsScriptBlockResult: false,
            result,
            new([]),
            documentation.Summary,
            documentation.Returns);
    }

    // An interface may implement a base's member, or take a base's implementation back.
    private static bool IsMandatory(INamedTypeSymbol contract, ISymbol member)
        => SymbolEqualityComparer.Default.Equals(member.ContainingType, contract)
            ? member.IsAbstract
            : contract.FindImplementationForInterfaceMember(member) is null or { IsAbstract: true };

    private static bool IsProtected(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal or Accessibility.ProtectedOrInternal;

    private static string Kind(ISymbol member) => member switch
    {
        _ when IsProtected(member) => "protected",
        IEventSymbol => "an event",
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol { IsStatic: false } => "a property with a setter",
        _ => "a static member",
    };
}
