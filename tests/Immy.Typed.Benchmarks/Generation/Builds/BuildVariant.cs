namespace Immy.Typed.Benchmarks.Generation.Builds;

/// <summary>One way to build the project of capabilities.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="IsCheckedIn">Whether the very files that the generator writes are sources of the project.</param>
/// <param name="HasGenerator">Whether the generator and its analyzers are referenced.</param>
/// <param name="RunsAnalyzers">Whether analyzers run, those of the SDK included.</param>
internal sealed record BuildVariant(string Name, bool IsCheckedIn, bool HasGenerator, bool RunsAnalyzers)
{
    public static IReadOnlyList<BuildVariant> All { get; } =
    [
        new("interfaces only, no analyzers", IsCheckedIn: false, HasGenerator: false, RunsAnalyzers: false),
        new("generated files checked in, no analyzers", IsCheckedIn: true, HasGenerator: false, RunsAnalyzers: false),
        new("generator, no analyzers", IsCheckedIn: false, HasGenerator: true, RunsAnalyzers: false),
        new("generated files checked in, the SDK's analyzers", IsCheckedIn: true, HasGenerator: false, RunsAnalyzers: true),
        new("generator, its analyzers and the SDK's", IsCheckedIn: false, HasGenerator: true, RunsAnalyzers: true),
    ];
}
