using System.Management.Automation;
using Immy.Typed.Help;
using Immy.Typed.Sessions.AllowList;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets;

/// <summary>Shows help: PowerShell's own Get-Help, with the documentation of this host's cmdlets and of every capability's script blocks.</summary>
/// <example>
/// <code>
/// Get-Help New-IntegrationAgent -Examples
/// </code>
/// </example>
/// <example>
/// What the blocks of a name do, get and owe.
/// <code>
/// Get-Help Add-DynamicIntegrationCapability -Parameter GetAgents
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "Help", DefaultParameterSetName = "AllUsersView")]
public sealed class GetDocumentedHelpCommand : SessionCommand, IDynamicParameters
{
    private static readonly CmdletInfo Engine = new("Get-Help", typeof(GetHelpCommand));

    private readonly GetHelpCommand _parameters = new();

    /// <summary>The parameters are those of PowerShell's command, whichever it has.</summary>
    public object GetDynamicParameters() => _parameters;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Refusal.ThrowIfAny(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(Engine).AddParameters(MyInvocation.BoundParameters);
        var text = new HelpText(Instance.Catalog);
        foreach (var help in shell.Invoke())
        {
            if (CommandOf(help) is { } command)
            {
                text.Fill(help, command);
            }

            WriteObject(help);
        }

        foreach (var error in shell.Streams.Error)
        {
            WriteError(error);
        }
    }

    // The help of a single parameter does not say whose it is: it is that of the command that was asked for.
    private Type? CommandOf(PSObject help)
    {
        var name = help.TypeNames.Any(static type => type.EndsWith("#parameter", StringComparison.Ordinal)) ? _parameters.Name : help.Properties["Name"]?.Value as string;
        var command = string.IsNullOrEmpty(name) || WildcardPattern.ContainsWildcardCharacters(name) ? null : InvokeCommand.GetCommand(name, CommandTypes.Alias | CommandTypes.Cmdlet);
        return ((command is AliasInfo alias ? alias.ResolvedCommand : command) as CmdletInfo)?.ImplementingType;
    }
}
