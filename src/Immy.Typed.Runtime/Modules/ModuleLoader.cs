using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Records;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Modules;

/// <summary>Loads module scripts into one session with the engine's own <c>New-Module</c>; the body stays constrained.</summary>
internal sealed class ModuleLoader
{
    private const string LoadText = "$private:m, $private:n, $private:b = $args; $args = $null; & $m -Name $n -ScriptBlock $b -ErrorAction Stop";

    private readonly Dictionary<string, PSModuleInfo> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly ModuleLibrary _library;
    private readonly bool _isConstrained;
    private CommandInvocationIntrinsics? _commands;
    private SessionState? _global;
    private ScriptBlock? _load;

    public ModuleLoader(IntegrationSource source)
    {
        _library = source.Modules;
        _isConstrained = !source.AllowFullLanguage;
    }

    /// <summary>The modules that the session has loaded, by name.</summary>
    public IEnumerable<PSModuleInfo> Loaded => _loaded.OrderBy(static module => module.Key, StringComparer.OrdinalIgnoreCase).Select(static module => module.Value);

    private static CmdletInfo NewModule { get; } = new("New-Module", typeof(NewModuleCommand));

    /// <summary>Takes the session's global state: a module is visible everywhere, whoever imports it.</summary>
    public void Attach(PSCmdlet pipeline)
    {
        _commands = pipeline.InvokeCommand;
        _global = pipeline.SessionState;
        _load ??= pipeline.InvokeCommand.NewScriptBlock(LoadText);
    }

    /// <summary>Parses a script as the session runs it, and finds what its language mode refuses but the engine would run.</summary>
    public ScriptBlockAst Parse(string script, string file, out ParseError[] errors, out IReadOnlyList<ScriptProblem> refused)
    {
        var ast = _isConstrained ? RecordSyntax.Parse(script, file, out errors) : Parser.ParseInput(script, file, out _, out errors);
        refused = _isConstrained && errors.Length == 0 ? [.. StaticMemberChecks.Check(ast), .. BackgroundChecks.Check(ast)] : [];
        return ast;
    }

    /// <summary>The module, loaded now unless it was before.</summary>
    /// <exception cref="ProblemException">There is no such module, or it fails.</exception>
    public PSModuleInfo Load(string name)
    {
        if (_library.Find(name) is not { } module)
        {
            throw new ProblemException(_library.Missing(name));
        }

        if (_loaded.TryGetValue(module.Name, out var loaded))
        {
            return loaded;
        }

        var ast = Parse(module.Script, module.FileName, out var errors, out var refused);
        if (errors.Length > 0 || refused.Count > 0)
        {
            throw new ProblemException(SyntaxProblems.Classes(errors) is [var noClass, ..] ? noClass
                : errors.Length > 0 ? HostProblems.ModuleFails(module.Name, errors[0].Message, ScriptLocation.Of(errors[0].Extent))
                : refused[0]);
        }

        try
        {
            var output = _commands!.InvokeScript(_global!, _load!, NewModule, module.Name, ast.GetScriptBlock());
            loaded = output.Select(static item => item?.BaseObject).OfType<PSModuleInfo>().First();
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw new ProblemException(HostProblems.ModuleFails(module.Name, ErrorText.Of(exception.ErrorRecord), ErrorText.LocationOf(exception.ErrorRecord)));
        }

        return _loaded[module.Name] = loaded;
    }
}
