using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Software;

/// <summary>How software is kept.</summary>
internal sealed class SoftwareItemConfiguration : IEntityTypeConfiguration<SoftwareItem>
{
    public void Configure(EntityTypeBuilder<SoftwareItem> builder)
    {
        builder.HasIndex(static software => software.Name).IsUnique();
        builder.Property(static software => software.Name).HasMaxLength(200);
        builder.Property(static software => software.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasOne(static software => software.IntegrationType).WithMany().HasForeignKey(static software => software.IntegrationTypeId).OnDelete(DeleteBehavior.Restrict);
    }
}
