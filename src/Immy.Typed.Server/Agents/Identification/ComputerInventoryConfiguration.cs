using Immy.Typed.Server.Computers;
using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Agents;

/// <summary>How inventories are kept.</summary>
internal sealed class ComputerInventoryConfiguration : IEntityTypeConfiguration<ComputerInventory>
{
    public void Configure(EntityTypeBuilder<ComputerInventory> builder)
    {
        builder.HasKey(static inventory => new { inventory.ComputerId, inventory.ProviderLinkId });
        builder.HasIndex(static inventory => new { inventory.ProviderLinkId, inventory.ExternalAgentId });
        builder.Property(static inventory => inventory.ExternalAgentId).HasMaxLength(200);
        builder.HasOne<Computer>().WithMany().HasForeignKey(static inventory => inventory.ComputerId);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static inventory => inventory.ProviderLinkId);
    }
}
