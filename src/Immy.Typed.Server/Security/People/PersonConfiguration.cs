using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Immy.Typed.Server.Security.People;

/// <summary>How people are kept.</summary>
internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasIndex(static person => person.NormalizedUserName).IsUnique();
        builder.Property(static person => person.UserName).HasMaxLength(PersonRules.LongestName);
        builder.Property(static person => person.NormalizedUserName).HasMaxLength(PersonRules.LongestName);
        builder.Property(static person => person.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(static person => person.SecurityStamp).HasMaxLength(64);
        builder.Property(static person => person.PasswordHash).HasMaxLength(256);
        builder.Property(static person => person.Stamp).HasMaxLength(16).IsConcurrencyToken();
    }
}
