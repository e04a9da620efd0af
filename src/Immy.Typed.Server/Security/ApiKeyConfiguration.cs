using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Security;

/// <summary>How API keys are kept.</summary>
internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasIndex(static key => key.Prefix).IsUnique();
        builder.Property(static key => key.Name).HasMaxLength(CreateApiKey.LongestName);
        builder.Property(static key => key.Prefix).HasMaxLength(20);
        builder.Property(static key => key.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(static key => key.Scopes).HasMaxLength(CreateApiKey.LongestScopes);
        builder.Ignore(static key => key.ScopeList);
    }
}
