using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.AllowList;

namespace Immy.Typed.Integrations;

/// <summary>
/// Checks that every command that a script names exists, with the parameters that it names. What runs on a computer,
/// inside <c>Invoke-ImmyCommand</c>, has that computer's commands and is left alone.
/// </summary>
internal static class CommandChecks
{
    private static readonly IReadOnlyList<string> Common = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];
    private static readonly IReadOnlyList<string> CommonAliases = ["vb", "db", "ea", "wa", "infa", "proga", "ev", "wv", "iv", "ov", "ob", "pv", "wi", "cf"];

    public static IEnumerable<ScriptProblem> Check(ScriptBlockAst script, ScriptSession session, PSCmdlet pipeline)
    {
        var own = script.FindAll(static node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true)
            .Cast<FunctionDefinitionAst>()
            .DistinctBy(static function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static function => function.Name, StringComparer.OrdinalIgnoreCase);
        var aliases = AliasDefinitions.In(script).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = new ComputerCode(script);
        return script.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true)
            .Cast<CommandAst>()
            .Where(command => command is { InvocationOperator: TokenKind.Unknown } && command.GetCommandName() is { } name && !aliases.Contains(name) && !elsewhere.Contains(command))
            .SelectMany(command => Check(command, own, session, pipeline));
    }

    private static IEnumerable<ScriptProblem> Check(
        CommandAst command, Dictionary<string, FunctionDefinitionAst> own, ScriptSession session, PSCmdlet pipeline)
    {
        var name = command.GetCommandName();
        var location = ScriptLocation.Of(command.Extent);
        if ((own.GetValueOrDefault(name) ?? session.Instance.Modules.Find(name)) is { } function)
        {
            return UnknownParameters(command, name, ParametersOf(function), Aliases(function));
        }

        if (session.Instance.Modules.ModuleOf(name) is not null)
        {
            return [];
        }

        if (MachineCommands.Contains(name))
        {
            return [LoadProblems.BelongsOnTheComputer(name, location)];
        }

        var found = pipeline.InvokeCommand.GetCommand(name, CommandTypes.Cmdlet | CommandTypes.Alias | CommandTypes.Function);
        if (found is AliasInfo alias)
        {
            found = alias.ResolvedCommand;
        }

        if (found is null)
        {
            return IsDefinedWhileRunning(name)
                ? []
                : [LoadProblems.UnknownCommand(name, [.. own.Keys, .. session.Instance.Modules.Commands, .. KnownCommands(pipeline)], location)];
        }

        // Dynamic parameters depend on the others: the engine itself tells of those.
        if (found is CmdletInfo { ImplementingType: { } type } && typeof(IDynamicParameters).IsAssignableFrom(type))
        {
            return [];
        }

        var parameters = ParameterNames.Of(found);
        return UnknownParameters(command, name, parameters?.Names, parameters?.Aliases ?? []);
    }

    private static IEnumerable<ScriptProblem> UnknownParameters(CommandAst command, string name, IReadOnlyCollection<string>? known, IEnumerable<string> aliases) => known is null
        ? []
        : from parameter in command.CommandElements.OfType<CommandParameterAst>()
          where !known.Concat(aliases).Any(candidate => candidate.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase))
          select LoadProblems.UnknownParameter(name, parameter.ParameterName, [.. known.Except(Common, StringComparer.OrdinalIgnoreCase)], ScriptLocation.Of(parameter.Extent));

    // Null where anything may be passed: a function without param() takes what comes, and one with dynamicparam may.
    private static List<string>? ParametersOf(FunctionDefinitionAst function)
    {
        var parameters = Parameters(function);
        var isAdvanced = function.Body.ParamBlock?.Attributes.Any(static attribute => attribute.TypeName.Name.Equals("CmdletBinding", StringComparison.OrdinalIgnoreCase)) == true
            || parameters.Any(static parameter => parameter.Attributes.OfType<AttributeAst>().Any(static attribute => attribute.TypeName.Name.Equals("Parameter", StringComparison.OrdinalIgnoreCase)));
        return function.Body.DynamicParamBlock is not null || !isAdvanced
            ? null
            : [.. parameters.Select(static parameter => parameter.Name.VariablePath.UserPath), .. Common];
    }

    private static IEnumerable<string> Aliases(FunctionDefinitionAst function) => Parameters(function)
        .SelectMany(static parameter => parameter.Attributes)
        .OfType<AttributeAst>()
        .Where(static attribute => attribute.TypeName.Name.Equals("Alias", StringComparison.OrdinalIgnoreCase))
        .SelectMany(static attribute => attribute.PositionalArguments.OfType<StringConstantExpressionAst>().Select(static alias => alias.Value))
        .Concat(CommonAliases);

    private static List<ParameterAst> Parameters(FunctionDefinitionAst function) => [.. function.Body.ParamBlock?.Parameters ?? function.Parameters ?? Enumerable.Empty<ParameterAst>()];

    private static bool IsDefinedWhileRunning(string name) => name.Contains('\\', StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal);

    private static IEnumerable<string> KnownCommands(PSCmdlet pipeline)
        => pipeline.InvokeCommand.GetCommands("*", CommandTypes.Cmdlet | CommandTypes.Function, nameIsPattern: true).Select(static command => command.Name);
}
