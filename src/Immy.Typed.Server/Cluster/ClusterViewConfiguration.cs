using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Cluster;

/// <summary>How the version of the list is kept.</summary>
internal sealed class ClusterViewConfiguration : IEntityTypeConfiguration<ClusterView>
{
    public void Configure(EntityTypeBuilder<ClusterView> builder)
    {
        builder.Property(static view => view.Id).ValueGeneratedNever();
        builder.Property(static view => view.Version).IsConcurrencyToken();
        builder.HasData(new ClusterView());
    }
}
