using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Retention;
using Immy.Typed.Server.Webhooks;

namespace Immy.Typed.Server.Hosting;

/// <summary>The configuration section <c>Server</c>.</summary>
internal sealed class ServerOptions
{
    /// <summary>The folder of the database file and of the keys that protect secrets; by default <c>data</c> below the working folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The connection string of a PostgreSQL database; without one, data are kept in a SQLite file in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>How long a save waits while another program locks the SQLite file; 30 seconds.</summary>
    public TimeSpan DatabaseWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Several machines with one database.</summary>
    public ClusterSettings Cluster { get; set; } = new();

    /// <summary>How often a provider link's Init runs again; 20 minutes.</summary>
    public TimeSpan InitPeriod { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How often a provider link's health is checked; one minute.</summary>
    public TimeSpan HealthCheckPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often agents are taken over, unless the block's <c>[JobSettings]</c> says otherwise; 60 minutes.</summary>
    public TimeSpan AgentSyncPeriod { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How often the latest agent versions of clients are asked for, unless the block's <c>[JobSettings]</c> says otherwise; a day.</summary>
    public TimeSpan AgentVersionPeriod { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often agents that wait are looked for on computers; 5 minutes.</summary>
    public TimeSpan IdentificationPeriod { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of clients or agents that a sync may remove without asking a person, from 0 to 1; 0.2.</summary>
    public double RemovalShare { get; set; } = 0.2;

    /// <summary>How long the host of an installer that is downloaded may send nothing; one minute.</summary>
    public TimeSpan InstallerStall { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How scripts of <c>Invoke-ImmyCommand</c> run.</summary>
    public EndpointOptions Endpoint { get; set; } = new();

    /// <summary>How long a server that stops waits for requests and runs that go on; 30 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a server that is told to stop still takes requests, while it says that it is not ready; without it, none.</summary>
    public TimeSpan? ShutdownDelay { get; set; }

    /// <summary>How many bytes the body of a request may have; 4 MiB.</summary>
    public long RequestBodyBytes { get; set; } = 4 << 20;

    /// <summary>Requests from outside to provider links.</summary>
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>Files of assemblies that contribute capabilities of their own; none.</summary>
    public IList<string> CapabilityAssemblies { get; } = [];

    /// <summary>How long what is past is kept.</summary>
    public RetentionSettings Retention { get; set; } = new();

    /// <summary>The folder of the keys that protect secrets; without it <c>keys</c> in the data folder. All machines of a cluster need the same.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>Where the keys are.</summary>
    public string Keys => KeyFolder ?? Path.Combine(DataFolder, "keys");

    /// <summary>The file of the database.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "immy.db");
}
