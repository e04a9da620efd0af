using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Modules;

/// <summary>How module scripts are kept.</summary>
internal sealed class StoredModuleConfiguration : IEntityTypeConfiguration<StoredModule>
{
    public void Configure(EntityTypeBuilder<StoredModule> builder)
    {
        builder.ToTable("ModuleScripts");
        builder.HasKey(static module => module.Key);
        builder.Property(static module => module.Key).HasMaxLength(100);
        builder.Property(static module => module.Name).HasMaxLength(100);
        builder.Ignore(static module => module.CurrentScript);
        builder.Property(static module => module.Stamp).HasMaxLength(16).IsConcurrencyToken();
        builder.HasMany(static module => module.Versions).WithOne().HasForeignKey(static version => version.ModuleKey);
    }
}
