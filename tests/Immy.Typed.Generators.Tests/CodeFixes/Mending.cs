using System.Collections.Immutable;
using Immy.Typed.CodeFixes;
using Immy.Typed.Generators.Tests.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.CodeFixes;

/// <summary>Applies code fixes to a document of a workspace, as an editor does.</summary>
internal static class Mending
{
    private static ImmutableArray<CodeFixProvider> Providers { get; } =
        [.. typeof(Mend).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The ids for which there is a fix.</summary>
    public static IReadOnlySet<string> Fixable { get; } = Providers.SelectMany(static provider => provider.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);

    /// <summary>The action at the first diagnostic of the id gives the text, in which the diagnostic is gone and nothing else is wrong that was not.</summary>
    public static async Task MendsAsync(string id, string title, string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, before);
        var told = await RunAsync(document);
        var diagnostic = Assert.Single(told.Where(diagnostic => diagnostic.Id == id).Take(1));
        var action = Assert.Single(await ActionsAsync(document, diagnostic), action => action.Title == title);

        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var mended = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal(after, (await mended.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        var left = await RunAsync(mended);
        Assert.Equal(told.Count(diagnostic => diagnostic.Id == id) - 1, left.Count(diagnostic => diagnostic.Id == id));
        Assert.Subset(told.Select(static diagnostic => diagnostic.Id).ToHashSet(), left.Select(static diagnostic => diagnostic.Id).ToHashSet());
        var compilation = await mended.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation!.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>All diagnostics of the id, mended in one action, give the text.</summary>
    public static async Task MendsAllAsync(string id, string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, before);
        var provider = Providers.Single(provider => provider.FixableDiagnosticIds.Contains(id));
        var told = (await RunAsync(document)).Where(diagnostic => diagnostic.Id == id).ToArray();
        var action = (await ActionsAsync(document, told[0]))[0];

        var all = await provider.GetFixAllProvider()!.GetFixAsync(new(
            document, provider, FixAllScope.Document, action.EquivalenceKey, [id], new Diagnosed(told), TestContext.Current.CancellationToken));
        var operations = await all!.GetOperationsAsync(TestContext.Current.CancellationToken);
        var mended = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal(after, (await mended.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    /// <summary>The titles of what is offered at the first diagnostic of the id.</summary>
    public static async Task<IReadOnlyList<string>> OffersAsync(string id, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var diagnostic = (await RunAsync(document)).First(diagnostic => diagnostic.Id == id);
        return [.. (await ActionsAsync(document, diagnostic)).Select(static action => action.Title)];
    }

    private static Document Open(AdhocWorkspace workspace, string source)
        => workspace
            .AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Acme.Contracts",
                "Acme.Contracts",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: Sources.Parsing,
                metadataReferences: References.All))
            .AddDocument("Contract.cs", source);

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(Document document)
        => await Analysis.RunAsync((CSharpCompilation)(await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!, Analysis.All);

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        return actions;
    }

    /// <summary>Gives what was told already.</summary>
    private sealed class Diagnosed(IReadOnlyList<Diagnostic> told) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(told.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult(told.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
