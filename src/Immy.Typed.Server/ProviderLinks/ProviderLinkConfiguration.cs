using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>How provider links are kept.</summary>
internal sealed class ProviderLinkConfiguration : IEntityTypeConfiguration<ProviderLink>
{
    public void Configure(EntityTypeBuilder<ProviderLink> builder)
    {
        builder.HasIndex(static link => link.Name).IsUnique();
        builder.Property(static link => link.Name).HasMaxLength(100);
        builder.Property(static link => link.Health).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(static link => link.ExcludedCapabilities);
        builder.Property(static link => link.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasOne(static link => link.IntegrationType).WithMany().HasForeignKey(static link => link.IntegrationTypeId).OnDelete(DeleteBehavior.Restrict);
    }
}
