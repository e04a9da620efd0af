using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Runs;

/// <summary>How runs are kept.</summary>
internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        // Most runs go well and are part of none: indexes leave those out, since each one costs every webhook's run.
        builder.HasIndex(static run => new { run.ParentId, run.Id }).HasFilter("\"ParentId\" IS NOT NULL");
        builder.HasIndex(static run => new { run.ProviderLinkId, run.Id });
        builder.HasIndex(static run => new { run.State, run.Id }).HasFilter("\"State\" <> 'Ok'");
        builder.Property(static run => run.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(static run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(static run => run.Name).HasMaxLength(300);
        builder.Property(static run => run.CausedBy).HasMaxLength(100);
        builder.Property(static run => run.Owner).HasMaxLength(100);
    }
}
