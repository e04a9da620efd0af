using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Immy.Typed.Server.Problems;

/// <summary>Tells what is wrong with the database itself from what is wrong with a request.</summary>
internal static class DatabaseTrouble
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteCannotWrite = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    private const string Away = "The database does not answer. Nothing was saved; send the request again in a moment. Whoever runs the server finds the reason in its log.";

    /// <summary>What is wrong; null when the database is well.</summary>
    public static string? Of(Exception? exception) => exception switch
    {
        null => null,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => "The database is locked by another program or a long save. Nothing was saved; send the request again in a moment.",
        SqliteException { SqliteErrorCode: SqliteFull or SqliteCannotWrite } => "The disk of the database is full, or cannot be written. Nothing was saved. Free some room, and send the request again.",
        SqliteException { SqliteErrorCode: SqliteCannotOpen } => Away,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the database is full. Nothing was saved. Free some room, and send the request again.",
        // Shut down, not connected, too many connections or no memory, read-only since it is the spare one, nobody may sign in.
        PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] or ['5', '3', ..] or "25006" or ['2', '8', ..] } => Away,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => "Other saves came in between. Nothing was saved; send the request again.",
        NpgsqlException and not PostgresException => Away,
        DbException other => Of(other.InnerException),
        _ => Of(exception.InnerException),
    };
}
