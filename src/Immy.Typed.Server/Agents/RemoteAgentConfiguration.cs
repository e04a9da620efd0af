using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Agents;

/// <summary>How agents of remote systems are kept.</summary>
internal sealed class RemoteAgentConfiguration : IEntityTypeConfiguration<RemoteAgent>
{
    public void Configure(EntityTypeBuilder<RemoteAgent> builder)
    {
        builder.HasIndex(static agent => new { agent.ProviderLinkId, agent.ExternalAgentId }).IsUnique();
        builder.HasIndex(static agent => new { agent.ProviderLinkId, agent.ExternalClientId });
        builder.HasIndex(static agent => agent.SerialNumber);
        builder.Property(static agent => agent.ExternalAgentId).HasMaxLength(200);
        builder.Property(static agent => agent.ExternalClientId).HasMaxLength(200);
        builder.Property(static agent => agent.Name).HasMaxLength(500);
        builder.Property(static agent => agent.SerialNumber).HasMaxLength(200);
        builder.Property(static agent => agent.OSName).HasMaxLength(200);
        builder.Property(static agent => agent.Manufacturer).HasMaxLength(200);
        builder.Property(static agent => agent.AgentVersion).HasMaxLength(50);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static agent => agent.ProviderLinkId);
        builder.HasOne(static agent => agent.Computer).WithMany().HasForeignKey(static agent => agent.ComputerId).OnDelete(DeleteBehavior.SetNull);
    }
}
