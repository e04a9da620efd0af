using System.Management.Automation.Language;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Integrations;

/// <summary>
/// Refuses to read statics of types that are not on the list, and to set any. ConstrainedLanguage refuses their methods, but
/// lets scripts read the properties of every type, and set those of its core types, which belong to the whole process.
/// It makes no code of text, so what a script does with them stands in its syntax tree.
/// </summary>
internal static class StaticMemberChecks
{
    public static IEnumerable<ScriptProblem> Check(ScriptBlockAst script)
    {
        var elsewhere = new ComputerCode(script);
        var namespaces = script.UsingStatements.Where(static use => use.UsingStatementKind == UsingStatementKind.Namespace).Select(static use => use.Name.Value).ToList();
        var own = script.FindAll(static node => node is TypeDefinitionAst, searchNestedScriptBlocks: true)
            .Select(static node => ((TypeDefinitionAst)node).Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return script.FindAll(static node => node is MemberExpressionAst { Static: true } and not InvokeMemberExpressionAst, searchNestedScriptBlocks: true)
            .Cast<MemberExpressionAst>()
            .Where(member => !elsewhere.Contains(member))
            .Select(member => Check(member, namespaces, own))
            .OfType<ScriptProblem>();
    }

    private static ScriptProblem? Check(MemberExpressionAst member, List<string> namespaces, HashSet<string> own)
    {
        var location = ScriptLocation.Of(member.Extent);
        if (member.Expression is not TypeExpressionAst { TypeName: var type })
        {
            return LoadProblems.StaticOfValue(member.Extent.Text, location);
        }

        var name = member.Member is StringConstantExpressionAst text ? text.Value : member.Member.Extent.Text;
        if (IsSet(member))
        {
            return LoadProblems.StaticIsSet(type.FullName, name, location);
        }

        var isAllowed = own.Contains(type.FullName)
            || (Resolve(type, namespaces) is { } resolved && (CoreTypeTable.Contains(resolved) || AllowedStatics.Contains(resolved, name)));
        return isAllowed ? null : LoadProblems.StaticNotAllowed(type.FullName, name, location);
    }

    private static Type? Resolve(ITypeName type, List<string> namespaces)
        => type.GetReflectionType() ?? namespaces.Select(space => new TypeName(type.Extent, $"{space}.{type.FullName}").GetReflectionType()).FirstOrDefault(static found => found is not null);

    // Also what hangs on it is set: [X]::Y.Z = 1, [X]::Y['a'] = 1, ([X]::Y)++. What stands in an index is only read.
    private static bool IsSet(MemberExpressionAst member)
    {
        Ast node = member;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case AssignmentStatementAst assignment:
                    return assignment.Left == node;
                case UnaryExpressionAst { TokenKind: TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.PostfixPlusPlus or TokenKind.PostfixMinusMinus }:
                    return true;
                case IndexExpressionAst index when index.Target == node:
                case MemberExpressionAst instance when instance is not InvokeMemberExpressionAst && instance.Expression == node:
                case AttributedExpressionAst or ArrayLiteralAst or ParenExpressionAst or PipelineAst or CommandExpressionAst:
                    node = parent;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
