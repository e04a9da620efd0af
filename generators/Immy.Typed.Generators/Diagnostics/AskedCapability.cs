using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>The type in <c>[assembly: GenerateCapability(typeof(X))]</c> with its place.</summary>
/// <param name="Type">The type that is named.</param>
/// <param name="Location">Where it is named.</param>
internal sealed record AskedCapability(ITypeSymbol Type, Location Location)
{
    /// <summary>What the attribute asks for; null where it is another attribute or names nothing.</summary>
    public static AskedCapability? Of(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        return attribute is { Parent: AttributeListSyntax { Target.Identifier: var target }, ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is TypeOfExpressionSyntax { Type: var named }
            && target.IsKind(SyntaxKind.AssemblyKeyword)
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == KnownNames.GenerateCapabilityAttribute
            && context.SemanticModel.GetTypeInfo(named, context.CancellationToken).Type is { TypeKind: not TypeKind.Error } type
                ? new(type, named.GetLocation())
                : null;
    }
}
