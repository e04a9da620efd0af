using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Computers;

/// <summary>How computers are kept.</summary>
internal sealed class ComputerConfiguration : IEntityTypeConfiguration<Computer>
{
    public void Configure(EntityTypeBuilder<Computer> builder)
    {
        builder.HasIndex(static computer => computer.Name);
        builder.HasIndex(static computer => computer.SerialKey);
        builder.Property(static computer => computer.Name).HasMaxLength(200);
        builder.Property(static computer => computer.SerialNumber).HasMaxLength(200);
        builder.Property(static computer => computer.SerialKey).HasMaxLength(200);
        builder.Property(static computer => computer.Manufacturer).HasMaxLength(200);
        builder.Property(static computer => computer.OSName).HasMaxLength(200);
        builder.Property(static computer => computer.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasOne(static computer => computer.Tenant).WithMany().HasForeignKey(static computer => computer.TenantId).OnDelete(DeleteBehavior.SetNull);
    }
}
