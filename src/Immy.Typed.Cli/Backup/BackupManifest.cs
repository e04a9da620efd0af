namespace Immy.Typed.Cli.Backup;

/// <summary>What a backup holds, as its file <c>manifest.json</c> says.</summary>
/// <param name="Format">The form of the backup; a newer one is not restored by an older <c>immy</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Files">Its files with their SHA-256, in hexadecimal digits.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>The form that this <c>immy</c> writes.</summary>
    public const int CurrentFormat = 1;
}
