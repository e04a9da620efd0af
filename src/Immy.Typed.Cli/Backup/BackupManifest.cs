namespace Immy.Typed.Cli.Backup;

/// <summary>What a backup holds, as its file <c>manifest.json</c> says.</summary>
/// <param name="Format">The form of the backup; a newer one is not restored by an older <c>immy</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Files">Its files with their SHA-256, in hexadecimal digits.</param>
/// <param name="Schema">The form of the database: the name of its last migration. Null in backups that were made before it was written.</param>
/// <param name="Product">The version of <c>immy</c> that made it.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, IReadOnlyDictionary<string, string> Files, string? Schema = null, string? Product = null)
{
    public const string FileName = "manifest.json";

    /// <summary>The form that this <c>immy</c> writes.</summary>
    public const int CurrentFormat = 1;
}
