using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Maintenance;

/// <summary>How maintenance sessions are kept.</summary>
internal sealed class MaintenanceSessionConfiguration : IEntityTypeConfiguration<MaintenanceSession>
{
    public void Configure(EntityTypeBuilder<MaintenanceSession> builder)
    {
        builder.HasIndex(static session => session.ActiveOn).IsUnique();
        builder.HasIndex(static session => session.ComputerId);
        builder.HasIndex(static session => session.State);
        builder.Property(static session => session.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(static session => session.CausedBy).HasMaxLength(100);
        builder.Property(static session => session.Owner).HasMaxLength(100);
        builder.HasOne(static session => session.Computer).WithMany().HasForeignKey(static session => session.ComputerId).OnDelete(DeleteBehavior.Cascade);
    }
}
