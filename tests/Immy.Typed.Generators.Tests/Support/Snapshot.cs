using System.Text;
using System.Text.RegularExpressions;
using ApprovalTests;
using ApprovalTests.Approvers;
using ApprovalTests.Core;
using ApprovalTests.Reporters;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>Compares what was generated with the approved text in the folder <c>Snapshots</c>.</summary>
internal static partial class Snapshot
{
    /// <summary>The folder beside the project, wherever the tests are run from.</summary>
    public static string Folder { get; } = FindFolder();

    public static void Verify(Generation generation, string name)
        => Verify(Text(generation.Files), Folder, name);

    public static void Verify(Generation generation, string file, string name)
        => Verify(Text([KeyValuePair.Create(file, generation.Files[file])]), Folder, name);

    public static void Verify(string text, string folder, string name)
        => Approver.Verify(
            new FileApprover(new ApprovalTextWriter(text), new SnapshotName(folder, name), normalizeLineEndingsForTextFiles: true),
            QuietReporter.INSTANCE);

    /// <summary>All files one after another; the generator's version is left out, since it is not what is approved.</summary>
    private static string Text(IEnumerable<KeyValuePair<string, string>> files)
    {
        var text = new StringBuilder();
        foreach (var (name, content) in files)
        {
            text.Append("//////// ").Append(name).Append('\n').Append(Version().Replace(content, "\"version\"")).Append('\n');
        }

        return text.ToString();
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in (string[])["Snapshots", "tests/Immy.Typed.Generators.Tests/Snapshots"])
            {
                var path = Path.Combine(folder.FullName, candidate);
                if (Directory.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new DirectoryNotFoundException($"No folder 'Snapshots' above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex("(?<=\"Immy.Typed.Generators\", )\"[0-9.]+\"")]
    private static partial Regex Version();
}
