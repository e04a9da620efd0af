using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>How the keys of webhooks are kept.</summary>
internal sealed class WebhookKeyConfiguration : IEntityTypeConfiguration<WebhookKey>
{
    public void Configure(EntityTypeBuilder<WebhookKey> builder)
    {
        builder.HasIndex(static key => new { key.ProviderLinkId, key.Name }).IsUnique();
        builder.Property(static key => key.Name).HasMaxLength(100);
        builder.HasOne<ProviderLink>().WithMany().HasForeignKey(static key => key.ProviderLinkId);
    }
}
