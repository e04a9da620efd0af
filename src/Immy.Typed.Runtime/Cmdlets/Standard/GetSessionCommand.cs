using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Lists the session's commands: PowerShell's own command, without the programs and script files of the machine.</summary>
[Cmdlet(VerbsCommon.Get, "Command", DefaultParameterSetName = "CmdletSet")]
[OutputType(typeof(CommandInfo))]
internal sealed class GetSessionCommand : PSCmdlet, IDynamicParameters
{
    private static readonly CmdletInfo Engine = new("Get-Command", typeof(GetCommandCommand));

    private readonly GetCommandCommand _parameters = new();

    /// <summary>The parameters are those of PowerShell's command.</summary>
    public object GetDynamicParameters() => _parameters;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(Engine).AddParameters(MyInvocation.BoundParameters.Where(static bound => !CommonParameters.Contains(bound.Key)).ToDictionary());
        var found = shell.Invoke();
        var own = found.Where(static command => command.BaseObject is not (ApplicationInfo or ExternalScriptInfo)).ToList();
        WriteObject(own, enumerateCollection: true);
        foreach (var error in shell.Streams.Error)
        {
            WriteError(error);
        }

        if (own.Count == 0 && found.Count > 0 && _parameters.Name is [var name] && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(new ErrorRecord(new CommandNotFoundException($"The term '{name}' is not the name of a command of this session."), nameof(CommandNotFoundException), ErrorCategory.ObjectNotFound, name));
        }
    }
}
