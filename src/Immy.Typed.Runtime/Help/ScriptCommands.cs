using System.Management.Automation;
using System.Reflection;
using Immy.Typed.Sessions.AllowList;

namespace Immy.Typed.Help;

/// <summary>The commands that integration scripts may call, for pages and user interfaces; a session has them all.</summary>
public static class ScriptCommands
{
    /// <summary>The commands of this host with their documentation, ordered by name.</summary>
    public static IReadOnlyList<CommandHelp> List() => [.. AllowedCommands.Integration().Select(Describe).OrderBy(static command => command.Name, StringComparer.Ordinal)];

    /// <summary>The names of PowerShell's own commands that a session offers, ordered by name.</summary>
    public static IReadOnlyList<string> OfPowerShell() => [.. AllowedCommands.Standard().Select(NameOf).Order(StringComparer.Ordinal)];

    private static CommandHelp Describe(Type command)
    {
        var name = NameOf(command);
        return new(
            name,
            [.. AllowedAliases.List().Where(alias => alias.Command == name).Select(static alias => alias.Name)],
            CommandDocumentation.Summary(command),
            CommandDocumentation.Remarks(command),
            [.. Parameters(command)],
            CommandDocumentation.Examples(command));
    }

    private static IEnumerable<CommandParameterHelp> Parameters(Type command) =>
        from property in command.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let sets = property.GetCustomAttributes<ParameterAttribute>().ToList()
        where sets.Count > 0
        orderby sets.Min(static set => set.Position < 0 ? int.MaxValue : set.Position)
        select new CommandParameterHelp(
            property.Name,
            Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
            CommandDocumentation.Parameter(command, property.Name),
            sets.TrueForAll(static set => set.Mandatory),
            property.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? []);

    private static string NameOf(Type command)
        => command.GetCustomAttribute<CmdletAttribute>() is { } attribute ? $"{attribute.VerbName}-{attribute.NounName}" : command.Name;
}
