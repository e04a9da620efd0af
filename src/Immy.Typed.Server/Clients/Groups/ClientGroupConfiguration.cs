using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Clients;

/// <summary>How groups of clients are kept.</summary>
internal sealed class ClientGroupConfiguration : IEntityTypeConfiguration<ClientGroup>
{
    public void Configure(EntityTypeBuilder<ClientGroup> builder)
    {
        builder.HasIndex(static group => new { group.ProviderLinkId, group.ExternalGroupId }).IsUnique();
        builder.Property(static group => group.ExternalGroupId).HasMaxLength(200);
        builder.Property(static group => group.Name).HasMaxLength(500);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static group => group.ProviderLinkId);
        builder.HasMany(static group => group.Members).WithOne().HasForeignKey(static member => member.GroupId);
    }
}
