using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Maintenance;

/// <summary>How it is kept which agents may be in maintenance mode.</summary>
internal sealed class MaintenanceHoldConfiguration : IEntityTypeConfiguration<MaintenanceHold>
{
    public void Configure(EntityTypeBuilder<MaintenanceHold> builder)
    {
        builder.HasIndex(static hold => new { hold.SessionId, hold.AgentId }).IsUnique();
        builder.HasOne(static hold => hold.Session).WithMany().HasForeignKey(static hold => hold.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(static hold => hold.Agent).WithMany().HasForeignKey(static hold => hold.AgentId).OnDelete(DeleteBehavior.Cascade);
    }
}
