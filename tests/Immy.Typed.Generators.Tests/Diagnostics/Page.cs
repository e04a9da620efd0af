namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>The page of one diagnostic in <c>docs/diagnostics</c>.</summary>
internal sealed record Page(string Text)
{
    private const string Open = "```csharp\n";
    private const string Close = "```\n";

    /// <summary>The folder of all pages, wherever the tests are run from.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>The example under the heading.</summary>
    public string Example(string heading)
    {
        var section = Text.Split($"## {heading}\n")[1].Split("## ")[0];
        return section.Split(Open)[1].Split(Close)[0];
    }

    public static Page Of(string id) => Named(id + ".md");

    public static Page Named(string file) => new(File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n"));

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "docs", "diagnostics");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException($"No folder 'docs/diagnostics' above {AppContext.BaseDirectory}.");
    }
}
