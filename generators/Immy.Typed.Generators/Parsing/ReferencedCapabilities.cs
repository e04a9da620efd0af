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

    /// <summary>Why nothing can be generated for the type, or null.</summary>
    public static string? WhyNot(ITypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } contract)
        {
            return "it is no interface";
        }

        if (Attributes.Find(contract, KnownNames.CapabilityAttribute) is null)
        {
            return "it is not marked [Capability]";
        }

        if (CapabilityParser.Parse(contract, cancellation).Problems.FirstOrDefault(static problem => problem.Severity == DiagnosticSeverity.Error) is { } error)
        {
            return $"it has the error {error.Id}";
        }

        return contract.AllInterfaces.Append(contract)
            .SelectMany(static part => part.GetMembers())
            .FirstOrDefault(member => (member.IsAbstract || member.IsVirtual) && !compilation.IsSymbolAccessibleWithin(member, compilation.Assembly)) is { } hidden
                ? $"its member {hidden.Name} cannot be seen from here"
                : null;
    }
}
