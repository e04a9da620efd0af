using System.Management.Automation.Language;

namespace Immy.Typed.Integrations;

/// <summary>
/// Tells which parts of a script run on a computer: what stands in a script block that <c>Invoke-ImmyCommand</c> is given,
/// directly or through a variable. That computer has commands of its own.
/// </summary>
internal sealed class ComputerCode
{
    private const string Command = "Invoke-ImmyCommand";

    private readonly HashSet<string> _variables;

    public ComputerCode(Ast script) => _variables = script
        .FindAll(static node => node is CommandAst command && IsInvocation(command), searchNestedScriptBlocks: true)
        .Cast<CommandAst>()
        .SelectMany(static command => command.CommandElements.OfType<VariableExpressionAst>())
        .Select(static variable => variable.VariablePath.UserPath)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Contains(Ast node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if ((parent is CommandAst command && IsInvocation(command))
                || (parent is AssignmentStatementAst { Left: VariableExpressionAst variable } && _variables.Contains(variable.VariablePath.UserPath)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvocation(CommandAst command) => command.GetCommandName() is { } name && name.Equals(Command, StringComparison.OrdinalIgnoreCase);
}
