using System.Management.Automation;
using Immy.Typed.Cmdlets;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.AllowList;

namespace Immy.Typed.Modules;

/// <summary>Answers the engine when it does not find a command: a module has it, or it belongs on the computer.</summary>
internal static class MissingCommand
{
    public static void Resolve(ScriptSession session, CommandLookupEventArgs lookup)
    {
        if (session.Instance.Modules.ModuleOf(lookup.CommandName) is { } module)
        {
            session.Tools.Modules.Load(module).ExportedCommands.TryGetValue(lookup.CommandName, out var command);
            lookup.Command = command;
            lookup.StopSearch = command is not null;
        }
        else if (MachineCommands.Contains(lookup.CommandName))
        {
            Deny(session, lookup);
        }
    }

    /// <summary>Answers for a program or a script file of the machine that the engine found.</summary>
    public static void Refuse(ScriptSession session, CommandLookupEventArgs lookup)
    {
        if (lookup.Command is ApplicationInfo or ExternalScriptInfo)
        {
            Deny(session, lookup);
        }
    }

    private static void Deny(ScriptSession session, CommandLookupEventArgs lookup)
    {
        session.Tools.MachineCommand = lookup.CommandName;
        lookup.Command = BelongsOnComputerCommand.Info;
        lookup.StopSearch = true;
    }
}
