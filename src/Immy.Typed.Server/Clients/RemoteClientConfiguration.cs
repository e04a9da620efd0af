using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Clients;

/// <summary>How clients of remote systems are kept.</summary>
internal sealed class RemoteClientConfiguration : IEntityTypeConfiguration<RemoteClient>
{
    public void Configure(EntityTypeBuilder<RemoteClient> builder)
    {
        builder.HasIndex(static client => new { client.ProviderLinkId, client.ExternalClientId }).IsUnique();
        builder.Property(static client => client.ExternalClientId).HasMaxLength(200);
        builder.Property(static client => client.Name).HasMaxLength(500);
        builder.Property(static client => client.LatestAgentVersion).HasMaxLength(50);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static client => client.ProviderLinkId);
        builder.HasOne(static client => client.Tenant).WithMany().HasForeignKey(static client => client.TenantId).OnDelete(DeleteBehavior.SetNull);
    }
}
