using System.Net;

namespace Immy.Typed.Server.Cluster;

/// <summary>The configuration section <c>Server:Cluster</c>: several machines with one PostgreSQL.</summary>
internal sealed class ClusterSettings
{
    /// <summary>True to join the machines that use the same database; needs <c>Server:Database</c>.</summary>
    public bool IsOn { get; set; }

    /// <summary>The address at which the other machines reach this one; the loopback address.</summary>
    public string Address { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>The port for the other machines; 0 for a free one from 20000 to 31999.</summary>
    public int Port { get; set; }
}
