using System.Management.Automation;

namespace Immy.Typed.Adapters;

/// <summary>Receives the script blocks of one capability as dynamic parameters of a cmdlet.</summary>
public abstract class BlockParameters
{
    /// <summary>The blocks in the order of the descriptor's; null where the script gave none.</summary>
    public abstract IReadOnlyList<ScriptBlock?> ToBlocks();
}
