using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Immy.Typed.Server.Storage;

/// <summary>Contexts for <c>dotnet-ef</c>, which adds migrations and connects to nothing.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<ImmyDbContext>, IDesignTimeDbContextFactory<PostgresImmyDbContext>
{
    ImmyDbContext IDesignTimeDbContextFactory<ImmyDbContext>.CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<ImmyDbContext>().UseSqlite("Data Source=design.db").Options);

    PostgresImmyDbContext IDesignTimeDbContextFactory<PostgresImmyDbContext>.CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgresImmyDbContext>().UseNpgsql("Host=design").Options);
}
