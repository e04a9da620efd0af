using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>A fix of one place in one document.</summary>
public abstract class Mend : CodeFixProvider
{
    private protected Mend(params string[] ids) => FixableDiagnosticIds = [.. ids];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var place = new Place(
            document,
            await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false),
            (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!,
            (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var action in Actions(place, diagnostic))
            {
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>What can be offered at the diagnostic.</summary>
    private protected abstract IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic);

    /// <summary>An action that changes the document's text.</summary>
    private protected static CodeAction Change(Place place, string title, string key, IEnumerable<TextChange> changes)
    {
        var ordered = changes.OrderBy(static change => change.Span.Start).ToArray();
        return CodeAction.Create(title, _ => Task.FromResult(place.Document.WithText(place.Text.WithChanges(ordered))), key);
    }

    /// <summary>A document with what is known of it.</summary>
    private protected sealed record Place(Document Document, SourceText Text, CompilationUnitSyntax Root, SemanticModel Model)
    {
        /// <summary>The innermost node of a kind around the diagnostic.</summary>
        public T? Find<T>(Diagnostic diagnostic)
            where T : SyntaxNode
            => Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<T>();

        /// <summary>The declaration whose name the diagnostic stands at; null where it stands elsewhere.</summary>
        public ISymbol? Declared(Diagnostic diagnostic)
            => Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is { } node ? Model.GetDeclaredSymbol(node) : null;
    }
}
