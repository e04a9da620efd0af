using System.Collections.Immutable;
using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads the interfaces that <c>[assembly: GenerateCapability]</c> names.</summary>
internal static class ReferencedCapabilities
{
    /// <summary>Each once, and none that the assembly declares itself.</summary>
    public static ImmutableArray<CapabilityModel> Distinct(ImmutableArray<CapabilityModel> referenced, ImmutableArray<CapabilityModel> declared)
    {
        var seen = new HashSet<string>(declared.Select(static capability => capability.FullName), StringComparer.Ordinal);
        return [.. referenced.Where(capability => seen.Add(capability.FullName))];
    }

    public static EquatableArray<CapabilityModel> Parse(Compilation compilation, CancellationToken cancellation)
        => new([.. compilation.Assembly.GetAttributes()
            .Select(Capabilities.AskedFor)
            .OfType<INamedTypeSymbol>()
            .Where(type => WhyNot(type, compilation, cancellation) is null)
            .Select(type => CapabilityParser.Parse(type, cancellation).Model)
            .OfType<CapabilityModel>()]);

    /// <summary>Why nothing can be generated for the type and how to mend it, or null.</summary>
    public static Refusal? WhyNot(ITypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } contract)
        {
            return new("it is no interface");
        }

        if (Attributes.Find(contract, KnownNames.CapabilityAttribute) is null)
        {
            return new("it is not marked [Capability]");
        }

        if (CapabilityParser.Parse(contract, cancellation).Problems.FirstOrDefault(static problem => problem.Severity == DiagnosticSeverity.Error) is { } error)
        {
            return new($"it has the error {error.Id}");
        }

        if (contract.AllInterfaces.Append(contract)
            .SelectMany(static part => part.GetMembers())
            .FirstOrDefault(member => (member.IsAbstract || member.IsVirtual) && !compilation.IsSymbolAccessibleWithin(member, compilation.Assembly)) is { } hidden)
        {
            return new($"its member {hidden.Name} cannot be seen from here");
        }

        if (SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, compilation.Assembly))
        {
            return null;
        }

        return Attributes.Find(contract.ContainingAssembly, KnownNames.CapabilityListAttribute) is not null
            ? new($"{contract.ContainingAssembly.Name} was compiled with the generator and has that code already", "Remove the attribute")
            : TakenTypes.Find(compilation.Assembly, CapabilityNames.Of(contract)) is { } taken
                ? new($"{taken} is declared already where a type or a namespace of that name is generated", $"Rename {taken}")
                : null;
    }

    /// <summary>Why nothing can be generated for a type that was asked for.</summary>
    /// <param name="Why">What is wrong with it.</param>
    /// <param name="Mend">What to do.</param>
    internal sealed record Refusal(string Why, string Mend = "Name an interface that is marked [Capability] and has no error");
}
