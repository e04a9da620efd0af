using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Which types can cross between C# and a script block, and why the others can't.</summary>
internal static class TypeRules
{
    public static string? WhyResultCannotCross(ITypeSymbol type) => WhyNot(type, "a script cannot make one") ?? WhyTakenApart(type);

    public static string? WhyParameterCannotCross(ITypeSymbol type) => IsCancellationToken(type) ? null : WhyNot(type, "a script cannot use one");

    public static bool IsCancellationToken(ITypeSymbol type) => TypeNames.WithoutGlobal(type) == KnownNames.CancellationToken;

    public static bool IsNullable(ITypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>The element type of an array or a collection interface that an array implements; null for other types.</summary>
    public static ITypeSymbol? ElementOfCollection(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when named.OriginalDefinition.SpecialType is
            SpecialType.System_Collections_Generic_IEnumerable_T or
            SpecialType.System_Collections_Generic_ICollection_T or
            SpecialType.System_Collections_Generic_IList_T or
            SpecialType.System_Collections_Generic_IReadOnlyCollection_T or
            SpecialType.System_Collections_Generic_IReadOnlyList_T => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>What PowerShell enumerates when a script writes it, so that it never arrives as one object.</summary>
    private static string? WhyTakenApart(ITypeSymbol type)
    {
        var all = type.AllInterfaces.Append(type).Select(static part => part.OriginalDefinition.ToDisplayString()).ToArray();
        var isWhole = type.SpecialType == SpecialType.System_String
            || ElementOfCollection(type) is not null
            || all.Any(static name => name is "System.Collections.IDictionary" or "System.Xml.XPath.IXPathNavigable"
                || name.StartsWith("System.Collections.Generic.IDictionary<", StringComparison.Ordinal)
                || name.StartsWith("System.Collections.Generic.IReadOnlyDictionary<", StringComparison.Ordinal));
        return !isWhole && all.Contains("System.Collections.IEnumerable")
            ? "PowerShell hands its objects out one by one, never the collection; use an array or IReadOnlyList<T>"
            : null;
    }

    private static string? WhyNot(ITypeSymbol type, string cannot)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return WhyNot(nullable.TypeArguments[0], cannot);
        }

        if (ElementOfCollection(type) is { } element)
        {
            return WhyNot(element, cannot);
        }

        var definition = type.OriginalDefinition.ToDisplayString();
        return type switch
        {
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "pointers do not leave C#",
            { TypeKind: TypeKind.Delegate } => $"it is a delegate, and {cannot}",
            { TypeKind: TypeKind.TypeParameter } => "it is a type parameter",
            { TypeKind: TypeKind.Dynamic } => "it is dynamic, which says nothing about the value; use object",
            { TypeKind: TypeKind.Error } => "it is not known",
            { IsRefLikeType: true } => "it lives on the stack only",
            { IsTupleType: true } => $"it is a tuple, and {cannot}; declare a record",
            _ when definition == KnownNames.CancellationToken => "a token stops the script and never reaches it; declare one CancellationToken",
            IArrayTypeSymbol => "arrays of more than one dimension have no counterpart in a pipeline",
            _ when definition is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask"
                || definition.StartsWith("System.Threading.Tasks.Task<", StringComparison.Ordinal)
                || definition.StartsWith("System.Threading.Tasks.ValueTask<", StringComparison.Ordinal) => "a task inside a result or a parameter is never awaited",
            _ when definition.StartsWith("System.Collections.Generic.IAsyncEnumerable<", StringComparison.Ordinal) => $"it is a stream, and {cannot} here; return IAsyncEnumerable<T> itself",
            _ when definition.StartsWith("System.Linq.Expressions.", StringComparison.Ordinal) => $"it is an expression tree, and {cannot}",
            _ when definition is "System.Collections.IEnumerator" || definition.StartsWith("System.Collections.Generic.IEnumerator<", StringComparison.Ordinal) => $"it is an enumerator, and {cannot}; use a list",
            _ when definition.StartsWith("System.Collections.Generic.List<", StringComparison.Ordinal) => "a list that the receiver may change promises too much; use an array or IReadOnlyList<T>",
            INamedTypeSymbol { IsGenericType: true } generic => WhyArgumentCannot(generic, cannot),
            _ => null,
        };
    }

    private static string? WhyArgumentCannot(INamedTypeSymbol generic, string cannot)
    {
        foreach (var argument in generic.TypeArguments)
        {
            if (WhyNot(argument, cannot) is { } reason)
            {
                return $"'{TypeNames.Short(argument)}' inside it cannot, since {reason}";
            }
        }

        return null;
    }
}
