namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>The cases: a file of <c>Corpus/</c> is a topic, and a line <c>#: name</c> begins a case.</summary>
internal static class Corpus
{
    private const string Separator = "#: ";

    /// <summary>All cases by name.</summary>
    public static IReadOnlyDictionary<string, DifferentialCase> Cases { get; } = Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Differential", "Corpus"), "*.ps1")
        .Order(StringComparer.Ordinal)
        .SelectMany(Read)
        .ToDictionary(static known => known.Name);

    private static IEnumerable<DifferentialCase> Read(string file)
    {
        var topic = Path.GetFileNameWithoutExtension(file);
        return ("\n" + File.ReadAllText(file))
            .Split("\n" + Separator)
            .Skip(1)
            .Select(text => text.Split('\n', 2))
            .Select(parts => new DifferentialCase($"{topic}: {parts[0]}", parts[1].Trim('\n')));
    }
}
