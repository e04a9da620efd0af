using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Deployments;

/// <summary>How deployments are kept.</summary>
internal sealed class DeploymentConfiguration : IEntityTypeConfiguration<Deployment>
{
    public void Configure(EntityTypeBuilder<Deployment> builder)
    {
        builder.HasIndex(static deployment => new { deployment.SoftwareId, deployment.TenantId }).IsUnique();
        builder.HasIndex(static deployment => new { deployment.SoftwareId, deployment.ComputerId }).IsUnique();
        builder.Property(static deployment => deployment.DesiredState).HasConversion<string>().HasMaxLength(20);
        builder.Property(static deployment => deployment.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasOne(static deployment => deployment.Software).WithMany().HasForeignKey(static deployment => deployment.SoftwareId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(static deployment => deployment.Tenant).WithMany().HasForeignKey(static deployment => deployment.TenantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(static deployment => deployment.Computer).WithMany().HasForeignKey(static deployment => deployment.ComputerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static deployment => deployment.ProviderLinkId).OnDelete(DeleteBehavior.SetNull);
    }
}
