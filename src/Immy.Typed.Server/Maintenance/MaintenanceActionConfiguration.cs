using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Maintenance;

/// <summary>How actions of maintenance sessions are kept.</summary>
internal sealed class MaintenanceActionConfiguration : IEntityTypeConfiguration<MaintenanceAction>
{
    public void Configure(EntityTypeBuilder<MaintenanceAction> builder)
    {
        builder.HasIndex(static action => new { action.SessionId, action.Number }).IsUnique();
        builder.Property(static action => action.SoftwareName).HasMaxLength(200);
        builder.Property(static action => action.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(static action => action.DesiredState).HasConversion<string>().HasMaxLength(20);
        builder.HasOne(static action => action.Session).WithMany(static session => session.Actions).HasForeignKey(static action => action.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}
