namespace Immy.Typed.Server.Installers;

/// <summary>Makes a file name of what a script or an address says: one that every system takes, and that leads into no folder.</summary>
internal static class InstallerFileName
{
    private const int Longest = 150;

    private const string Forbidden = "<>:\"/\\|?*";

    // Windows opens these as devices, whatever ending they have.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(static number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>The name that was said, else the last part of the address, else <c>installer</c>.</summary>
    public static string Of(string? said, string url)
    {
        var name = Clean(said ?? "");
        if (name.Length == 0 && Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            name = Clean(Uri.UnescapeDataString(address.AbsolutePath));
        }

        return name.Length == 0 ? "installer" : name;
    }

    private static string Clean(string text)
    {
        var last = text.Split('/', '\\')[^1];
        var name = string.Concat(last.Where(static letter => !char.IsControl(letter) && !Forbidden.Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        if (name.Length > Longest)
        {
            var ending = Path.GetExtension(name);
            ending = ending.Length > 10 ? "" : ending;
            name = name[..(Longest - ending.Length)] + ending;
        }

        return Devices.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) ? "_" + name : name;
    }
}
