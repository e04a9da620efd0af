using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.CodeFixes;

/// <summary>Rewrites a type to what its author most likely meant: a list that is read only, a task that is not nested.</summary>
internal sealed class CrossingTypes : CSharpSyntaxRewriter
{
    private readonly bool _isResult;

    private CrossingTypes(bool isResult) => _isResult = isResult;

    public static TypeSyntax Of(TypeSyntax type, bool isResult)
    {
        var bare = type is RefTypeSyntax reference ? reference.Type : type;
        return (TypeSyntax)new CrossingTypes(isResult).Visit(bare).WithoutTrivia();
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
        => node.Identifier.ValueText == "dynamic"
            ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.ObjectKeyword)).WithTriviaFrom(node)
            : node;

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        var visited = (GenericNameSyntax)base.VisitGenericName(node)!;
        return visited.Identifier.ValueText switch
        {
            "List" or "IEnumerator" => visited.WithIdentifier(SyntaxFactory.Identifier("IReadOnlyList")),
            "HashSet" or "ISet" or "IReadOnlySet" or "Collection" or "ReadOnlyCollection" or "ImmutableArray" or "ImmutableList" when _isResult => visited.WithIdentifier(SyntaxFactory.Identifier("IReadOnlyList")),
            "Task" or "ValueTask" when _isResult && visited.TypeArgumentList.Arguments[0] is SimpleNameSyntax { Identifier.ValueText: "Task" or "ValueTask" or "IAsyncEnumerable" } inner => inner,
            _ => visited,
        };
    }

    /// <summary>A task, a stream or a list of results is never null, nor is a token.</summary>
    public override SyntaxNode? VisitNullableType(NullableTypeSyntax node)
    {
        var visited = (NullableTypeSyntax)base.VisitNullableType(node)!;
        if (!_isResult && visited.ElementType is NameSyntax name && name.ToString().Split('.').Last() == "CancellationToken")
        {
            return visited.ElementType;
        }

        return _isResult && visited.ElementType is ArrayTypeSyntax or SimpleNameSyntax
        {
            Identifier.ValueText: "Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable" or "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection",
        }
            ? visited.ElementType
            : visited;
    }
}
