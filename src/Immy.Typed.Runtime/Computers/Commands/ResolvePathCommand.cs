using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Resolve-Path over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = ByPath)]
internal sealed class ResolvePathCommand : PathCommand
{
    private protected override void Process(InMemoryItem item) => WriteObject(new ResolvedPath(item.Path));
}
