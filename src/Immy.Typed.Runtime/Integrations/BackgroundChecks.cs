using System.Management.Automation.Language;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>Refuses the <c>&amp;</c> behind a pipeline: the engine starts a process for it without asking the list of commands.</summary>
internal static class BackgroundChecks
{
    public static IEnumerable<ScriptProblem> Check(ScriptBlockAst script)
    {
        var elsewhere = new ComputerCode(script);
        return script.FindAll(static node => node is PipelineAst { Background: true } or PipelineChainAst { Background: true }, searchNestedScriptBlocks: true)
            .Where(node => !elsewhere.Contains(node))
            .Select(static node => LoadProblems.RunsInBackground(ScriptLocation.Of(node.Extent)));
    }
}
