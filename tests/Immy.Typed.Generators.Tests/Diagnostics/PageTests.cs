using Immy.Typed.Generators.Tests.CodeFixes;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>The page of every diagnostic says what is so, and its examples are what they say.</summary>
public sealed class PageTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Immy.Typed;
        """;

    public static TheoryData<string> Ids => [.. Descriptors.Keys];

    private static SortedDictionary<string, DiagnosticDescriptor> Descriptors { get; } = new(
        Analysis.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).ToDictionary(static descriptor => descriptor.Id),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_gives_that_diagnostic_and_no_other(string id)
    {
        var told = await TellAsync(Page.Of(id).Example("Wrong"));

        Assert.Equal([id], told.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_gives_none_and_is_compiled_with_what_is_generated_for_it(string id)
    {
        var example = Page.Of(id).Example("Right");

        Assert.Empty(await TellAsync(example));
        Assert.NotEmpty(Generation.Of(example, ImplicitUsings).Files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_with_title_and_severity(string id)
    {
        var descriptor = Descriptors[id];

        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {descriptor.DefaultSeverity}\n", Page.Of(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_links_to_its_page(string id)
        => Assert.Equal($"https://github.com/immy-typed/immy-typed/blob/main/docs/diagnostics/{id}.md", Descriptors[id].HelpLinkUri);

    [Fact]
    public void The_overview_lists_every_diagnostic_and_whether_it_has_a_fix()
        => Assert.Equal(
            Descriptors.Values.Select(static descriptor
                => $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} | {(Mending.Fixable.Contains(descriptor.Id) ? "yes" : "no")} |"),
            Page.Named("README.md").Text.Split('\n').Where(static line => line.StartsWith("| [IMMY", StringComparison.Ordinal)));

    [Fact]
    public void Every_page_belongs_to_a_diagnostic()
        => Assert.Equal(
            Descriptors.Keys,
            Directory.GetFiles(Page.Folder, "IMMY*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    /// <summary>What the analyzers tell of an example that the compiler, given what is generated, has no complaint about.</summary>
    private static async Task<IReadOnlyList<Diagnostic>> TellAsync(string example)
    {
        Assert.DoesNotContain(
            Generation.Of(example, ImplicitUsings).Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic is { Severity: DiagnosticSeverity.Warning, Id: not "CS1591" });
        return await Analysis.RunAsync(Sources.Compile(example, ImplicitUsings), Analysis.All);
    }
}
