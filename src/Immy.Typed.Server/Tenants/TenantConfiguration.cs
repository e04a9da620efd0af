using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Tenants;

/// <summary>How tenants are kept.</summary>
internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.HasIndex(static tenant => tenant.Name).IsUnique();
        builder.Property(static tenant => tenant.Name).HasMaxLength(200);
        builder.Property(static tenant => tenant.Stamp).HasMaxLength(16).IsConcurrencyToken();
    }
}
