using System.Management.Automation.Language;

namespace Immy.Typed.Modules;

/// <summary>Knows which module defines which command, so that a module loads when one of its commands is first used.</summary>
internal sealed class ModuleIndex(ModuleLibrary library)
{
    private readonly Lazy<Dictionary<string, FunctionDefinitionAst>> _functions = new(() => FunctionsOf(library));
    private readonly Lazy<Dictionary<string, string>> _moduleOf = new(() => ModulesOf(library));

    public ModuleLibrary Library => library;

    /// <summary>The commands of all modules.</summary>
    public IReadOnlyCollection<string> Commands => _moduleOf.Value.Keys;

    /// <summary>The module that has a command, or null.</summary>
    public string? ModuleOf(string command) => _moduleOf.Value.GetValueOrDefault(command);

    /// <summary>The definition of a module's command, or null.</summary>
    public FunctionDefinitionAst? Find(string command) => _functions.Value.GetValueOrDefault(command);

    private static Dictionary<string, FunctionDefinitionAst> FunctionsOf(ModuleLibrary library)
    {
        var functions = new Dictionary<string, FunctionDefinitionAst>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in Scripts(library).SelectMany(static module => Functions(module.Script)))
        {
            functions.TryAdd(function.Name, function);
        }

        return functions;
    }

    private static Dictionary<string, string> ModulesOf(ModuleLibrary library)
    {
        var modules = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, script) in Scripts(library))
        {
            foreach (var command in Functions(script).Select(static function => function.Name).Concat(AliasDefinitions.In(script)))
            {
                modules.TryAdd(command, name);
            }
        }

        return modules;
    }

    private static IEnumerable<FunctionDefinitionAst> Functions(ScriptBlockAst script)
        => script.FindAll(static node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>();

    private static IEnumerable<(string Name, ScriptBlockAst Script)> Scripts(ModuleLibrary library)
        => library.Modules.Select(static module => (module.Name, Parser.ParseInput(module.Script, module.FileName, out _, out _)));
}
