using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>How versions of integration types are kept.</summary>
internal sealed class IntegrationTypeVersionConfiguration : IEntityTypeConfiguration<IntegrationTypeVersion>
{
    public void Configure(EntityTypeBuilder<IntegrationTypeVersion> builder)
    {
        builder.HasKey(static version => new { version.IntegrationTypeId, version.Number });
        builder.Property(static version => version.Note).HasMaxLength(500);
        builder.Property(static version => version.Author).HasMaxLength(200);
    }
}
