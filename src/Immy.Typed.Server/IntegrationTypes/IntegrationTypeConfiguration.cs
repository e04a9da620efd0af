using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>How integration types are kept.</summary>
internal sealed class IntegrationTypeConfiguration : IEntityTypeConfiguration<IntegrationType>
{
    public void Configure(EntityTypeBuilder<IntegrationType> builder)
    {
        builder.HasIndex(static type => type.Name).IsUnique();
        builder.Property(static type => type.Name).HasMaxLength(100);
        builder.Ignore(static type => type.CurrentScript);
        builder.Property(static type => type.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasMany(static type => type.Versions).WithOne().HasForeignKey(static version => version.IntegrationTypeId);
    }
}
