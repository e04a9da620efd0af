using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Modules;

/// <summary>How versions of module scripts are kept.</summary>
internal sealed class StoredModuleVersionConfiguration : IEntityTypeConfiguration<StoredModuleVersion>
{
    public void Configure(EntityTypeBuilder<StoredModuleVersion> builder)
    {
        builder.ToTable("ModuleScriptVersions");
        builder.HasKey(static version => new { version.ModuleKey, version.Number });
        builder.Property(static version => version.ModuleKey).HasMaxLength(100);
        builder.Property(static version => version.Note).HasMaxLength(500);
        builder.Property(static version => version.Author).HasMaxLength(200);
    }
}
