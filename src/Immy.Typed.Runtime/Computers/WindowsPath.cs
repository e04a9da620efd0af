namespace Immy.Typed.Computers;

/// <summary>Windows paths, of files and of the registry, whatever system this runs on.</summary>
internal static class WindowsPath
{
    private static readonly (string Short, string Long)[] Hives =
    [
        ("HKLM", "HKEY_LOCAL_MACHINE"), ("HKCU", "HKEY_CURRENT_USER"), ("HKCR", "HKEY_CLASSES_ROOT"), ("HKU", "HKEY_USERS"), ("HKCC", "HKEY_CURRENT_CONFIG"),
    ];

    /// <summary>One spelling for each path: backslashes, no provider, hives by their long names.</summary>
    public static string Normal(string path)
    {
        var provider = path.IndexOf("::", StringComparison.Ordinal);
        var bare = (provider < 0 ? path : path[(provider + 2)..]).Trim().Replace('/', '\\').TrimEnd('\\');
        foreach (var (shortName, longName) in Hives)
        {
            if (Under(bare, shortName + ":") is { } below)
            {
                return Join(longName, below);
            }

            if (Under(bare, longName) is { } rest && (rest.Length == 0 || rest[0] == '\\'))
            {
                return Join(longName, rest);
            }
        }

        return bare.Length > 1 && bare[1] == ':' || bare.StartsWith(@"\\", StringComparison.Ordinal) ? bare : Join("C:", bare is "." ? "" : bare);
    }

    public static bool IsRegistry(string normalPath) => normalPath.StartsWith("HKEY_", StringComparison.OrdinalIgnoreCase);

    public static string? ParentOf(string path)
    {
        var cut = path.TrimEnd('\\').LastIndexOf('\\');
        return cut <= 0 ? null : path[..cut];
    }

    public static string LeafOf(string path) => path[(path.TrimEnd('\\').LastIndexOf('\\') + 1)..];

    public static string Join(string parent, string child)
        => child.Trim('\\').Length == 0 ? parent : $"{parent.TrimEnd('\\')}\\{child.TrimStart('\\')}";

    private static string? Under(string path, string root) => path.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? path[root.Length..] : null;
}
