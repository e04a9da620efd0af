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
            case IMethodSymbol { IsStatic: false } method when !IsProtected(method) && !IsHidden(contract, method):
                return Method(contract, method, problems);
            case IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: null } property when !IsProtected(property) && !IsHidden(contract, property):
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
        var result = ResultParser.Parse(FlowAttributes.TypeOf(method), out var reason);
        if (result is null || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            problems.Add(Diagnostic.Create(
                Descriptors.ResultCannotCross, Locations.OfType(contract, method), contract.Name, method.Name, TypeNames.Short(method.ReturnType), reason ?? "it is a reference"));
        }

        var parameters = ImmutableArray.CreateBuilder<ParameterModel>();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in method.Parameters)
        {
            reason = parameter.RefKind == RefKind.None ? TypeRules.WhyParameterCannotCross(parameter.Type) : "it is passed by reference";
            if (reason is not null)
            {
                problems.Add(Diagnostic.Create(
                    Descriptors.ParameterCannotCross, Locations.OfType(contract, parameter), contract.Name, method.Name, parameter.Name, TypeNames.Short(parameter.Type), reason));
            }

            var parsed = ParameterParser.Parse(parameter, documentation);
            if (parsed.IsCancellation && reason is null && parameters.FirstOrDefault(static known => known.IsCancellation) is { } token)
            {
                problems.Add(Diagnostic.Create(
                    Descriptors.ParameterCannotCross, Locations.OfType(contract, parameter), contract.Name, method.Name, parameter.Name, TypeNames.Short(parameter.Type), $"'{token.ScriptName}' stops the script already, and a script has one token"));
            }

            parameters.Add(parsed);
            if (parsed.IsCancellation)
            {
                continue;
            }

            if (!parsed.IsArguments && ArgumentNames.WhyTaken(parameter.Name) is { } taken)
            {
                problems.Add(Diagnostic.Create(
                    Descriptors.ReservedArgument, Locations.Of(contract, parameter), contract.Name, method.Name, parameter.Name, taken));
            }

            if (names.TryGetValue(parameter.Name, out var first))
            {
                problems.Add(Diagnostic.Create(
                    Descriptors.OneArgument, Locations.Of(contract, parameter), contract.Name, method.Name, first, parameter.Name));
            }
            else
            {
                names.Add(parameter.Name, parameter.Name);
            }
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
        var result = ResultParser.Parse(FlowAttributes.TypeOf(property), out var reason);
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

    /// <summary>Whether the member is internal to another assembly, in which a base interface stands.</summary>
    private static bool IsHidden(INamedTypeSymbol contract, ISymbol member)
        => member.DeclaredAccessibility == Accessibility.Internal
            && !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, contract.ContainingAssembly)
            && !member.ContainingAssembly.GivesAccessTo(contract.ContainingAssembly);

    private static string Kind(ISymbol member) => member switch
    {
        _ when IsProtected(member) => "protected",
        IEventSymbol => "an event",
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol { IsStatic: false, SetMethod: not null } => "a property with a setter",
        { IsStatic: false } => "internal to another assembly",
        _ => "a static member",
    };
}
