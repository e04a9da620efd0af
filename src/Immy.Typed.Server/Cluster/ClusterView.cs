namespace Immy.Typed.Server.Cluster;

/// <summary>The version of the whole list of members; one row.</summary>
internal sealed class ClusterView
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public int Version { get; set; }
}
