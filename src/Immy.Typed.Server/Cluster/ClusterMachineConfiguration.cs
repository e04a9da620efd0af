using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Cluster;

/// <summary>How members are kept.</summary>
internal sealed class ClusterMachineConfiguration : IEntityTypeConfiguration<ClusterMachine>
{
    public void Configure(EntityTypeBuilder<ClusterMachine> builder)
    {
        builder.HasKey(static member => member.Address);
        builder.Property(static member => member.Address).HasMaxLength(100);
        builder.Property(static member => member.HostName).HasMaxLength(300);
        builder.Property(static member => member.Name).HasMaxLength(300);
        builder.Property(static member => member.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(static member => member.Version).IsConcurrencyToken();
    }
}
