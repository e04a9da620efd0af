using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Names of types as generated code and messages write them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With <c>global::</c> and nullable annotations.</summary>
    public static string Full(ITypeSymbol type) => Awaitable(type.ToDisplayString(Annotated));

    /// <summary>With <c>global::</c>, its own annotation removed, as <c>typeof</c> takes it.</summary>
    public static string Bare(ITypeSymbol type)
        => type.TypeKind == TypeKind.Dynamic ? "object" : Awaitable(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    /// <summary>With its namespace, as a hint name or a look-up takes it.</summary>
    public static string WithoutGlobal(ITypeSymbol type)
        => Awaitable(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)));

    /// <summary>As a message shows it.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The name with those of its containing types, as one identifier.</summary>
    public static string Nested(INamedTypeSymbol type)
        => type.ContainingType is null ? type.Name : $"{Nested(type.ContainingType)}_{type.Name}";

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "await" ? name : "@" + name;

    // The compiler's own formats leave 'await' as it is, which no async lambda accepts as a name.
    private static string Awaitable(string name)
        => name.Contains("await") ? Regex.Replace(name, @"(?<![@\w])await(?!\w)", "@await", RegexOptions.CultureInvariant) : name;
}
