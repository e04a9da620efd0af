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

        var refused = Refused(command, found).ToList();
        if (refused.Count > 0)
        {
            return refused;
        }

        // Dynamic parameters depend on the others: the engine itself tells of those.
        if (found is CmdletInfo { ImplementingType: { } type } && typeof(IDynamicParameters).IsAssignableFrom(type))
        {
            return [];
        }

        var parameters = ParameterNames.Of(found);
        return UnknownParameters(command, name, parameters?.Names, parameters?.Aliases ?? []);
    }

    // A parameter may be shortened as long as it is clear; with a refused one in doubt, the engine says what is unclear.
    private static IEnumerable<ScriptProblem> Refused(CommandAst command, CommandInfo found)
    {
        var elements = command.CommandElements;
        for (var index = 1; index < elements.Count; index++)
        {
            if (elements[index] is CommandParameterAst parameter && NameOf(parameter, found) is { } name)
            {
                var value = (parameter.Argument ?? elements.ElementAtOrDefault(index + 1)) is StringConstantExpressionAst text ? text.Value : null;
                if (RefusedParameters.Find(found.Name, name, value) is { } refused)
                {
                    yield return LoadProblems.RefusedParameter(refused, ScriptLocation.Of(parameter.Extent));
                }
            }
        }
    }

    private static string? NameOf(CommandParameterAst parameter, CommandInfo found)
    {
        var names = RefusedParameters.Of(found.Name).Select(static refused => (refused.Name, Written: refused.Name))
            .Concat((found.Parameters?.Values ?? Enumerable.Empty<ParameterMetadata>()).SelectMany(static known => known.Aliases.Append(known.Name).Select(written => (known.Name, Written: written))))
            .Where(name => name.Written.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var exact = names.Find(name => name.Written.Equals(parameter.ParameterName, StringComparison.OrdinalIgnoreCase)).Name;
        return exact ?? (names.DistinctBy(static name => name.Name, StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var only] ? only.Name : null);
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
