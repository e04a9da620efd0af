using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions.Records;

/// <summary>A script that several sessions run: it is parsed once, and what the engine compiles of it serves them all.</summary>
internal sealed class SharedScript
{
    private ScriptBlock? _first;

    public SharedScript(string script, string file)
    {
        Ast = RecordSyntax.Parse(script, file, out var errors);
        Errors = errors;
    }

    public ScriptBlockAst Ast { get; }

    /// <summary>What does not parse; a script with errors has no block.</summary>
    public IReadOnlyList<ParseError> Errors { get; }

    /// <summary>A block for the session on whose thread the caller runs, constrained like it.</summary>
    public ScriptBlock CreateBlock()
        => ScriptCopies.Copy(Volatile.Read(ref _first) ?? Interlocked.CompareExchange(ref _first, Ast.GetScriptBlock(), null) ?? _first);
}
