namespace Immy.Typed.Server.Cluster;

/// <summary>A machine of the cluster, as the machines tell each other.</summary>
internal sealed class ClusterMachine
{
    /// <summary>Its address with the number of its start, as text.</summary>
    public required string Address { get; init; }

    public required string HostName { get; set; }

    public required string Name { get; set; }

    public SiloStatus Status { get; set; }

    public int ProxyPort { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it last said that it is alive.</summary>
    public DateTimeOffset AliveAt { get; set; }

    /// <summary>Who suspects it to be gone, and since when, as JSON.</summary>
    public string Suspicions { get; set; } = "[]";

    /// <summary>Changes at every save, except when it only says that it is alive.</summary>
    public int Version { get; set; }
}
