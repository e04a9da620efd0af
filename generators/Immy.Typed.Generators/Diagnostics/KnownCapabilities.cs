using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>The capabilities that a compilation contributes, and those of the assemblies that it references; read when first needed.</summary>
internal sealed class KnownCapabilities(Compilation compilation, CancellationToken cancellation)
{
    private readonly Lazy<ImmutableArray<CapabilityName>> _here = new(() => Declared(compilation, cancellation));
    private readonly Lazy<ImmutableArray<ReferencedCapability>> _elsewhere = new(() => Referenced(compilation, cancellation));

    /// <summary>Those that the compilation declares or asks for.</summary>
    public ImmutableArray<CapabilityName> Here => _here.Value;

    /// <summary>Those that come compiled with the generator.</summary>
    public ImmutableArray<ReferencedCapability> Elsewhere => _elsewhere.Value;

    private static ImmutableArray<CapabilityName> Declared(Compilation compilation, CancellationToken cancellation)
    {
        var declared = compilation
            .GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation)
            .OfType<INamedTypeSymbol>()
            .Where(static type => Capabilities.IsCapability(type) && !type.IsGenericType);
        var asked = compilation.Assembly.GetAttributes()
            .Select(Capabilities.AskedFor)
            .OfType<INamedTypeSymbol>()
            .Where(type => Capabilities.IsCapability(type) && CapabilityParser.Parse(type, cancellation).Model is not null);
        return [.. declared.Concat(asked).Select(CapabilityNames.Of).Distinct().OrderBy(static name => name.FullName, StringComparer.Ordinal)];
    }

    private static ImmutableArray<ReferencedCapability> Referenced(Compilation compilation, CancellationToken cancellation)
        => [.. compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => Attributes.Find(assembly, KnownNames.CapabilityListAttribute) is not null)
            .SelectMany(assembly => Types(assembly.GlobalNamespace, cancellation)
                .Where(Capabilities.IsCapability)
                .Select(type => new ReferencedCapability(CapabilityNames.Of(type), assembly.Name)))];

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member, cancellation))
            {
                yield return inner;
            }
        }
    }

    /// <summary>A capability of another assembly.</summary>
    internal sealed record ReferencedCapability(CapabilityName Name, string Assembly);
}
