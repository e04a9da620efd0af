using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Runs;

/// <summary>How runs are kept.</summary>
internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.HasIndex(static run => run.ParentId);
        builder.HasIndex(static run => new { run.ProviderLinkId, run.StartedAt });
        builder.HasIndex(static run => run.StartedAt);
        builder.HasIndex(static run => run.State);
        builder.Property(static run => run.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(static run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(static run => run.Name).HasMaxLength(300);
        builder.Property(static run => run.CausedBy).HasMaxLength(100);
        builder.Property(static run => run.Owner).HasMaxLength(100);
    }
}
