using System.Net;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Telemetry;
using Orleans.Configuration;

namespace Immy.Typed.Server.Cluster;

/// <summary>The cluster in which provider links live: this one process on free ports of the loopback address, or all machines that share a database.</summary>
internal static class ClusterFeature
{
    // A link loads its script, runs Init and HealthCheck, each as long as a script may, and may have to wait before.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(15);

    public static void AddCluster(this WebApplicationBuilder builder, ServerOptions options)
    {
        builder.UseOrleans(silo =>
        {
            if (options.Cluster.IsOn)
            {
                Join(silo, options.Cluster);
            }
            else
            {
                silo.UseLocalhostClustering(FreePorts.Next(IPAddress.Loopback), FreePorts.Next(IPAddress.Loopback));
            }

            if (TelemetryFeature.IsOn(builder.Configuration))
            {
                silo.AddActivityPropagation();
            }

            silo.AddPlacementDirector<MachinePlacement, MachinePlacementDirector>();
            silo.Services.AddSingleton<LivingMachines>();
            silo.Configure<SiloMessagingOptions>(static messages => messages.ResponseTimeout = LongestCall);
            silo.Configure<ClientMessagingOptions>(static messages => messages.ResponseTimeout = LongestCall);
            silo.Configure<GrainCollectionOptions>(static grains => grains.ActivationTimeout = LongestCall);
            silo.Configure<ClusterOptions>(static cluster => (cluster.ClusterId, cluster.ServiceId) = ("immy", "immy"));
        });
    }

    // A machine that is gone is given up after 3 probes of 3 seconds, so that its links go on elsewhere within half a minute.
    private static void Join(ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Services.AddSingleton<IMembershipTable, MembershipTable>();
        var address = IPAddress.Parse(settings.Address);
        silo.ConfigureEndpoints(address, settings.Port == 0 ? FreePorts.Next(address) : FreePorts.Named(address, settings.Port), gatewayPort: 0);
        silo.Configure<ClusterMembershipOptions>(static members =>
        {
            members.ProbeTimeout = TimeSpan.FromSeconds(3);
            members.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            members.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(30);
            members.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
    }
}
