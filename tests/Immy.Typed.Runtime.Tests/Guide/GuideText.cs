using System.Text.RegularExpressions;

namespace Immy.Typed.Runtime.Tests.Guide;

/// <summary>The PowerShell examples of the integrations guide, which lies beside the repository where there is one.</summary>
internal static partial class GuideText
{
    /// <summary>The examples in their order; the test is skipped where the guide is absent.</summary>
    public static IReadOnlyList<string> Examples()
    {
        var file = Path.Combine(RepositoryRoot(), "..", "shared", "reference", "integrations-guide.md");
        Assert.SkipUnless(File.Exists(file), "skipped: file absent");
        return [.. Example().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(static match => match.Groups[1].Value)];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Immy.Typed.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
