using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Immy.Typed.Cli.Backup;

/// <summary>The forms of the server's database, each named by the migration that made it.</summary>
internal static class DatabaseForms
{
    private static readonly Assembly Immy = typeof(DatabaseForms).Assembly;

    /// <summary>Those that the server of this version knows.</summary>
    public static IReadOnlyList<string> Known { get; } = Immy.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "DatabaseForms").Value!.Split(';');

    /// <summary>The version of this <c>immy</c>.</summary>
    public static string Product { get; } = Immy.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The form of a database; null when no server has ever prepared it.</summary>
    public static string? Of(SqliteConnection database)
    {
        using var exists = database.CreateCommand();
        exists.CommandText = """SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""";
        if ((long)exists.ExecuteScalar()! == 0)
        {
            return null;
        }

        using var last = database.CreateCommand();
        last.CommandText = """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """;
        return last.ExecuteScalar() as string;
    }
}
