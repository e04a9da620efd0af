using Immy.Typed.Server.ProviderLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>How the settings of webhooks are kept.</summary>
internal sealed class WebhookSettingsConfiguration : IEntityTypeConfiguration<WebhookSettings>
{
    public void Configure(EntityTypeBuilder<WebhookSettings> builder)
    {
        builder.HasKey(static settings => settings.ProviderLinkId);
        builder.Property(static settings => settings.ProviderLinkId).ValueGeneratedNever();
        builder.HasOne<ProviderLink>().WithOne().HasForeignKey<WebhookSettings>(static settings => settings.ProviderLinkId);
        builder.Property(static settings => settings.Check).HasConversion<string>().HasMaxLength(20);
        builder.Property(static settings => settings.Place).HasConversion<string>().HasMaxLength(20);
        builder.Property(static settings => settings.Encoding).HasConversion<string>().HasMaxLength(20);
        builder.Property(static settings => settings.Name).HasMaxLength(100);
        builder.Property(static settings => settings.Prefix).HasMaxLength(50);
        builder.Property(static settings => settings.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.Ignore(static settings => settings.Networks);
    }
}
