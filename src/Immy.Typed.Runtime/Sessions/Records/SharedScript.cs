using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions.Records;

/// <summary>A script that several sessions of one language mode run: it is parsed once, and what the engine compiles of it serves them all.</summary>
internal sealed class SharedScript
{
    private ScriptBlock? _first;

    public SharedScript(string script, string file, bool isConstrained)
    {
        Ast = isConstrained ? RecordSyntax.Parse(script, file, out var errors) : Parser.ParseInput(script, file, out _, out errors);
        Errors = errors;
        Refused = isConstrained && errors.Length == 0 ? [.. StaticMemberChecks.Check(Ast), .. BackgroundChecks.Check(Ast)] : [];
    }

    public ScriptBlockAst Ast { get; }

    /// <summary>What does not parse; a script with errors has no block.</summary>
    public ParseError[] Errors { get; }

    /// <summary>What the language mode refuses but the engine would run.</summary>
    public IReadOnlyList<ScriptProblem> Refused { get; }

    /// <summary>A block for the session on whose thread the caller runs, constrained like it.</summary>
    public ScriptBlock CreateBlock()
        => ScriptCopies.Copy(Volatile.Read(ref _first) ?? Interlocked.CompareExchange(ref _first, Ast.GetScriptBlock(), null) ?? _first);
}
