using System.Management.Automation;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Records;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Modules;

/// <summary>Loads module scripts into one session with the engine's own <c>New-Module</c>; the body stays constrained.</summary>
internal sealed class ModuleLoader
{
    private const string LoadText = "$private:m, $private:n, $private:b = $args; $args = $null; & $m -Name $n -ScriptBlock $b -ErrorAction Stop";

    private readonly Dictionary<string, LoadedModule> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly ModuleLibrary _library;
    private readonly bool _isConstrained;
    private readonly SharedScripts _scripts;
    private CommandInvocationIntrinsics? _commands;
    private SessionState? _global;
    private ScriptBlock? _load;

    public ModuleLoader(IntegrationSource source, SharedScripts scripts)
    {
        _library = source.Modules;
        _isConstrained = !source.AllowFullLanguage;
        _scripts = scripts;
    }

    /// <summary>The modules that the session has loaded, by name.</summary>
    public IEnumerable<PSModuleInfo> Loaded => _loaded.OrderBy(static module => module.Key, StringComparer.OrdinalIgnoreCase).Select(static module => module.Value.Module);

    private static CmdletInfo NewModule { get; } = new("New-Module", typeof(NewModuleCommand));

    /// <summary>Takes the session's global state: a module is visible everywhere, whoever imports it.</summary>
    public void Attach(PSCmdlet pipeline)
    {
        _commands = pipeline.InvokeCommand;
        _global = pipeline.SessionState;
        _load ??= pipeline.InvokeCommand.NewScriptBlock(LoadText);
    }

    /// <summary>Parses a script as the session runs it.</summary>
    public SharedScript Parse(string script, string file) => _scripts.Get(script, file, _isConstrained);

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
            return loaded.Module;
        }

        var script = Parse(module.Script, module.FileName);
        if (script.Errors.Length > 0 || script.Refused.Count > 0)
        {
            throw new ProblemException(SyntaxProblems.Classes(script.Errors) is [var noClass, ..] ? noClass
                : script.Errors.Length > 0 ? HostProblems.ModuleFails(module.Name, script.Errors[0].Message, ScriptLocation.Of(script.Errors[0].Extent))
                : script.Refused[0]);
        }

        try
        {
            var output = _commands!.InvokeScript(_global!, _load!, NewModule, module.Name, script.CreateBlock());
            loaded = new(output.Select(static item => item?.BaseObject).OfType<PSModuleInfo>().First(), script);
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw new ProblemException(HostProblems.ModuleFails(module.Name, ErrorText.Of(exception.ErrorRecord), ErrorText.LocationOf(exception.ErrorRecord)));
        }

        _loaded.Add(module.Name, loaded);
        return loaded.Module;
    }

    // The script is kept so that other sessions find it.
    private readonly record struct LoadedModule(PSModuleInfo Module, SharedScript Script);
}
