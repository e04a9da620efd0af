using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Clients;

/// <summary>How it is kept which clients belong to a group.</summary>
internal sealed class ClientGroupMemberConfiguration : IEntityTypeConfiguration<ClientGroupMember>
{
    public void Configure(EntityTypeBuilder<ClientGroupMember> builder)
    {
        builder.HasKey(static member => new { member.GroupId, member.ExternalClientId });
        builder.Property(static member => member.ExternalClientId).HasMaxLength(200);
    }
}
