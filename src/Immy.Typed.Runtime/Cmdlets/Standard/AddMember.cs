using System.Management.Automation;
using Immy.Typed.Sessions.AllowList;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Adds a member to an object: PowerShell's own command, for data and aliases of data.</summary>
[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeNameSet", RemotingCapability = RemotingCapability.None)]
internal sealed class AddMember : AddMemberCommand
{
    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Refusal.ThrowIfAny(this);
        base.BeginProcessing();
    }
}
