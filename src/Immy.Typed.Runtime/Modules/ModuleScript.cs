using Immy.Typed.Problems;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Modules;

/// <summary>A module script.</summary>
/// <param name="Name">The name that <c>Import-Module</c> takes.</param>
/// <param name="Script">Its text.</param>
/// <param name="FileName">The file name that messages show.</param>
public sealed record ModuleScript(string Name, string Script, string FileName)
{
    /// <summary>What the language of integrations refuses in the text; nothing of it runs.</summary>
    public IReadOnlyList<ScriptProblem> Check()
    {
        var script = new SharedScript(Script, FileName, isConstrained: true);
        return [.. SyntaxProblems.Of(script.Errors), .. script.Refused];
    }
}
