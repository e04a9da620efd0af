using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.CompilerServices;
using Immy.Typed.Cmdlets.Standard;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Records;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Computers;

/// <summary>Opens the runspace of an in-memory computer: commands that compute, path commands over its tables, no providers, no machine.</summary>
internal static class InMemoryRunspace
{
    private static readonly ConditionalWeakTable<Runspace, InMemoryTables> TablesOf = [];

    private static readonly Lazy<IReadOnlyList<InitialSessionStateEntry>> Entries = new(List);

    /// <summary>The tables of the runspace in which the caller runs.</summary>
    public static InMemoryTables Current
        => Runspace.DefaultRunspace is { } runspace && TablesOf.TryGetValue(runspace, out var tables)
            ? tables
            : throw new InvalidOperationException("This command works on an in-memory computer only.");

    public static Runspace Open(InMemoryTables tables, IReadOnlyDictionary<string, object?> variables)
    {
        var runspace = RunspaceFactory.CreateRunspace(CreateState(variables));
        runspace.Open();
        TablesOf.Add(runspace, tables);

        // Without this, the engine would look for programs and scripts on the real machine.
        var proxy = runspace.SessionStateProxy;
        proxy.Applications.Clear();
        proxy.Scripts.Clear();
        var commands = proxy.InvokeCommand;
        commands.PreCommandLookupAction = (_, lookup) =>
        {
            if (tables.ProgramAt(lookup.CommandName) is { } script)
            {
                lookup.CommandScriptBlock = commands.NewScriptBlock(RecordSyntax.Rewrite(EnvironmentReferences.AsVariables(script)));
                lookup.StopSearch = true;
            }
        };
        return runspace;
    }

    private static InitialSessionState CreateState(IReadOnlyDictionary<string, object?> variables)
    {
        var state = InitialSessionState.Create();
        state.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        foreach (var entry in Entries.Value)
        {
            switch (entry)
            {
                case SessionStateTypeEntry types:
                    state.Types.Add(types);
                    break;
                case SessionStateFormatEntry formats:
                    state.Formats.Add(formats);
                    break;
                case SessionStateCommandEntry command:
                    state.Commands.Add(command);
                    break;
                case SessionStateVariableEntry variable:
                    state.Variables.Add(variable);
                    break;
            }
        }

        state.Variables.Add(variables.Select(static variable => new SessionStateVariableEntry(variable.Key, variable.Value, "")));
        return state;
    }

    private static List<InitialSessionStateEntry> List()
    {
        EnginePreparation.Once();
        return
        [
            new SessionStateTypeEntry(EnginePreparation.TypeData()),
            new SessionStateFormatEntry(FormatTable.LoadDefaultFormatFiles()),
            .. AllowedCommands.Standard().Except(NotThere()).Concat(PathCommands()).Select(Entry),
            .. Aliases().Select(static alias => new SessionStateAliasEntry(alias.Name, alias.Command)),
            .. SessionVariables.Preferences().Select(static preference => new SessionStateVariableEntry(preference.Name, preference.Value, "")),
        ];
    }

    // The in-memory computer is connected to nothing, and nobody sits in front of it.
    private static Type[] NotThere() => [typeof(RestMethod), typeof(WebRequest), typeof(ReadHostCommand)];

    private static Type[] PathCommands() =>
    [
        typeof(Commands.ResolvePathCommand), typeof(Commands.TestPathCommand), typeof(Commands.GetContentCommand), typeof(Commands.GetChildItemCommand), typeof(Commands.GetItemCommand),
        typeof(Commands.GetItemPropertyCommand), typeof(Commands.GetItemPropertyValueCommand), typeof(Commands.SplitPathCommand), typeof(Commands.JoinPathCommand),
    ];

    private static IEnumerable<(string Name, string Command)> Aliases() =>
    [
        .. AllowedAliases.List().Where(static alias => alias.Command is not ("Invoke-RestMethod" or "Invoke-WebRequest" or "Get-Help" or "Complete-Input" or "Import-Module") && !alias.Command.Contains("Integration", StringComparison.Ordinal) && alias.Command != "Should-HaveOne"),
        ("rvpa", "Resolve-Path"), ("gc", "Get-Content"), ("cat", "Get-Content"), ("type", "Get-Content"), ("gci", "Get-ChildItem"), ("dir", "Get-ChildItem"), ("ls", "Get-ChildItem"),
        ("gi", "Get-Item"), ("gp", "Get-ItemProperty"), ("gpv", "Get-ItemPropertyValue"),
    ];

    private static SessionStateCmdletEntry Entry(Type command)
    {
        var attribute = command.GetCustomAttribute<CmdletAttribute>()!;
        return new($"{attribute.VerbName}-{attribute.NounName}", command, null);
    }
}
