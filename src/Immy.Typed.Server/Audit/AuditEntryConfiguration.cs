using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Audit;

/// <summary>How audit entries are kept.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public const int LongestText = 500;

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.HasIndex(static entry => entry.At);
        builder.HasIndex(static entry => new { entry.Subject, entry.SubjectId });
        builder.Property(static entry => entry.Actor).HasMaxLength(LongestText);
        builder.Property(static entry => entry.Address).HasMaxLength(64);
        builder.Property(static entry => entry.Action).HasConversion<string>().HasMaxLength(20);
        builder.Property(static entry => entry.Subject).HasMaxLength(50);
        builder.Property(static entry => entry.SubjectId).HasMaxLength(100);
        builder.Property(static entry => entry.SubjectName).HasMaxLength(LongestText);
        builder.Property(static entry => entry.Fields).HasMaxLength(LongestText);
    }
}
