using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace Immy.Typed.Server.Hosting;

/// <summary>A cluster of this one process, on free ports of the loopback address.</summary>
internal static class LocalCluster
{
    // A link loads its script, runs Init and HealthCheck, each as long as a script may, and may have to wait before.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(15);

    public static void Use(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(FreePort(), FreePort());
        silo.Configure<SiloMessagingOptions>(static messages => messages.ResponseTimeout = LongestCall);
        silo.Configure<ClientMessagingOptions>(static messages => messages.ResponseTimeout = LongestCall);
        silo.Configure<GrainCollectionOptions>(static grains => grains.ActivationTimeout = LongestCall);
        silo.Configure<ClusterOptions>(static cluster => (cluster.ClusterId, cluster.ServiceId) = ("immy", "immy"));
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
