using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>How it is kept which provider link takes support requests.</summary>
internal sealed class TicketTakerConfiguration : IEntityTypeConfiguration<TicketTaker>
{
    public void Configure(EntityTypeBuilder<TicketTaker> builder)
    {
        builder.Property(static taker => taker.Id).ValueGeneratedNever();
        builder.HasOne(static taker => taker.ProviderLink).WithMany().HasForeignKey(static taker => taker.ProviderLinkId).OnDelete(DeleteBehavior.Cascade);
    }
}
