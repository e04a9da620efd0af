using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Runs;

/// <summary>How events of runs are kept.</summary>
internal sealed class RunEventConfiguration : IEntityTypeConfiguration<RunEvent>
{
    public void Configure(EntityTypeBuilder<RunEvent> builder)
    {
        builder.HasOne<Run>().WithMany().HasForeignKey(static happened => happened.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static happened => new { happened.RunId, happened.Id });
        builder.Property(static happened => happened.Kind).HasConversion<string>().HasMaxLength(20);
    }
}
