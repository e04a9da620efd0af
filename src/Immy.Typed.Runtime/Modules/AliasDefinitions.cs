using System.Management.Automation.Language;

namespace Immy.Typed.Modules;

/// <summary>Finds the aliases that a script defines by their literal names.</summary>
internal static class AliasDefinitions
{
    private static readonly HashSet<string> Commands = new(StringComparer.OrdinalIgnoreCase) { "Set-Alias", "New-Alias", "sal", "nal" };

    public static IEnumerable<string> In(Ast script) => script
        .FindAll(static node => node is CommandAst command && command.GetCommandName() is { } name && Commands.Contains(name), searchNestedScriptBlocks: true)
        .Cast<CommandAst>()
        .Select(NameOf)
        .OfType<string>();

    private static string? NameOf(CommandAst command)
    {
        var elements = command.CommandElements.Skip(1).ToList();
        var named = elements.FindIndex(static element => element is CommandParameterAst { ParameterName: var name } && name.Equals("Name", StringComparison.OrdinalIgnoreCase));
        return elements.ElementAtOrDefault(named + 1) is StringConstantExpressionAst text ? text.Value : null;
    }
}
