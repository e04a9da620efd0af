using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Clients;
using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Maintenance;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Security.People;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Tenants;
using Immy.Typed.Server.Webhooks.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Immy.Typed.Server.Storage;

/// <summary>Everything that the server keeps. Each feature says in its own configuration how.</summary>
internal class ImmyDbContext : DbContext
{
    public ImmyDbContext(DbContextOptions<ImmyDbContext> options)
        : base(options)
    {
    }

    /// <summary>For the same on another database.</summary>
    protected ImmyDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<IntegrationType> IntegrationTypes => Set<IntegrationType>();

    public DbSet<ProviderLink> ProviderLinks => Set<ProviderLink>();

    public DbSet<RemoteClient> Clients => Set<RemoteClient>();

    public DbSet<ClientGroup> ClientGroups => Set<ClientGroup>();

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Computer> Computers => Set<Computer>();

    public DbSet<RemoteAgent> Agents => Set<RemoteAgent>();

    public DbSet<ComputerInventory> Inventories => Set<ComputerInventory>();

    public DbSet<SoftwareItem> Software => Set<SoftwareItem>();

    public DbSet<Deployment> Deployments => Set<Deployment>();

    public DbSet<MaintenanceSession> MaintenanceSessions => Set<MaintenanceSession>();

    public DbSet<MaintenanceAction> MaintenanceActions => Set<MaintenanceAction>();

    public DbSet<MaintenanceHold> MaintenanceHolds => Set<MaintenanceHold>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunEvent> RunEvents => Set<RunEvent>();

    public DbSet<ClusterMachine> ClusterMachines => Set<ClusterMachine>();

    public DbSet<ClusterView> ClusterViews => Set<ClusterView>();

    public DbSet<WebhookSettings> WebhookSettings => Set<WebhookSettings>();

    public DbSet<WebhookKey> WebhookKeys => Set<WebhookKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(ImmyDbContext).Assembly);

    // SQLite has no type for a point in time; as ticks it sorts and compares.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToBinaryConverter>();
}
