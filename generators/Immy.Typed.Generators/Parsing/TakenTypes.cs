using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Finds types that people declared where the generator would write its own.</summary>
internal static class TakenTypes
{
    private const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    private const string ListNamespace = "Immy.Typed.Generated";

    /// <summary>The full name of the first such type of an assembly, or null.</summary>
    public static string? Find(IAssemblySymbol assembly, CapabilityName name)
        => Find(assembly, name.Namespace, name.Stem + "Parameters", name.Stem + "Adapter", $"I{name.Stem}Shim", name.Stem + "Descriptor")
            ?? Find(assembly, ListNamespace, ListModel.ClassOf(assembly.Name));

    private static string? Find(IAssemblySymbol assembly, string space, params string[] names)
    {
        var current = assembly.GlobalNamespace;
        foreach (var part in space.Split('.').Select(static part => part.TrimStart('@')))
        {
            // A type of the namespace's name leaves no room for the namespace.
            if (Declared(current, part) is { } type)
            {
                return type;
            }

            if (current.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return names.Select(name => Declared(current, name)).FirstOrDefault(static type => type is not null);
    }

    private static string? Declared(INamespaceSymbol space, string name) => space
        .GetTypeMembers(name, arity: 0)
        .Where(static type => Attributes.Find(type, GeneratedCode)?.ConstructorArguments.FirstOrDefault().Value is not "Immy.Typed.Generators")
        .Select(TypeNames.WithoutGlobal)
        .FirstOrDefault();
}
