namespace Immy.Typed.Server.Agents;

/// <summary>What a sync of agents changed, in numbers.</summary>
internal sealed class AgentSyncResult
{
    public int Listed { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Moved { get; set; }

    public int Returned { get; set; }

    public int Removed { get; set; }

    public int Waiting { get; set; }

    public int Refused { get; set; }

    /// <summary>Why something was left out; null when nothing was.</summary>
    public string? Message { get; set; }

    public override string ToString() => $"{Listed} listed: {Added} added, {Changed} changed, {Moved} moved, {Returned} returned, {Removed} removed, {Waiting} wait for confirmation, {Refused} refused.";
}
