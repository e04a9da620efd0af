using System.Composition;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;

namespace Immy.Typed.CodeFixes;

/// <summary>Renames a member or a parameter whose name is taken, everywhere it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Rename)), Shared]
public sealed class Rename() : Mend("IMMY003", "IMMY010", "IMMY014", "IMMY016")
{
    /// <summary>None: one rename moves the place of another.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        var symbol = place.Declared(diagnostic);
        if (symbol is not null && NewName(symbol, diagnostic.Id) is { } name && IsFree(symbol, name))
        {
            yield return CodeAction.Create(
                $"Rename to {name}",
                cancellation => Renamer.RenameSymbolAsync(place.Document.Project.Solution, symbol, default, name, cancellation),
                nameof(Rename));
        }
    }

    /// <summary>Get(string id) becomes GetById, Verbose becomes VerboseBlock, the second agentId becomes otherAgentId, host becomes hostValue.</summary>
    private static string? NewName(ISymbol symbol, string id) => symbol switch
    {
        IParameterSymbol when id == "IMMY016" => symbol.Name == "_" ? "value" : symbol.Name + "Value",
        IParameterSymbol => "other" + Capital(symbol.Name),
        IMethodSymbol method when SharesName(method) => method.Parameters.FirstOrDefault(static parameter => !TypeRules.IsCancellationToken(parameter.Type)) is { } first
            ? $"{method.Name}By{Capital(first.Name)}"
            : method.Name + "All",
        IMethodSymbol or IPropertySymbol => Capital(symbol.Name) + "Block",
        _ => null,
    };

    private static bool SharesName(IMethodSymbol method)
        => Members(method.ContainingType).Any(member => !SymbolEqualityComparer.Default.Equals(member, method) && Same(member.Name, method.Name));

    private static bool IsFree(ISymbol symbol, string name) => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method }
        ? !method.Parameters.Any(parameter => Same(parameter.Name, name))
        : !Members(symbol.ContainingType).Any(member => Same(member.Name, name));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
        => type.AllInterfaces.Append(type).SelectMany(static part => part.GetMembers());

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
