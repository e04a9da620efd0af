using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Storage;

/// <summary>The same on PostgreSQL: a type of its own, since each database has its own migrations.</summary>
internal sealed class PostgresImmyDbContext(DbContextOptions<PostgresImmyDbContext> options) : ImmyDbContext(options);
