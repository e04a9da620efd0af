using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>Recognises <c>exit</c>, <c>break</c> and <c>continue</c> that leave a block, and finds where they stand.</summary>
internal static class FlowControl
{
    public static string? KeywordOf(Exception exception) => exception switch
    {
        ExitException => "exit",
        BreakException => "break",
        ContinueException => "continue",
        _ => null,
    };

    /// <summary>The place of the keyword, when the script has only one that can leave the block.</summary>
    public static ScriptLocation? Find(Ast ast, string keyword)
    {
        var places = ast.FindAll(node => Matches(node, keyword) && !IsInLoop(node, ast), searchNestedScriptBlocks: true).Take(2).ToList();
        return places.Count == 1 ? ScriptLocation.Of(places[0].Extent) : null;
    }

    private static bool Matches(Ast node, string keyword) => keyword switch
    {
        "exit" => node is ExitStatementAst,
        "break" => node is BreakStatementAst,
        _ => node is ContinueStatementAst,
    };

    private static bool IsInLoop(Ast node, Ast root)
    {
        if (node is ExitStatementAst)
        {
            return false;
        }

        for (var parent = node.Parent; parent is not null && parent != root.Parent && parent is not ScriptBlockAst; parent = parent.Parent)
        {
            if (parent is LoopStatementAst || (parent is SwitchStatementAst && node is BreakStatementAst))
            {
                return true;
            }
        }

        return false;
    }
}
