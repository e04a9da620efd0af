using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Tells whether two compilations declare the same, whatever stands in the bodies of their members.</summary>
internal static class Declarations
{
    public static bool AreSame(Compilation one, Compilation other)
        => one.AssemblyName == other.AssemblyName
            && one.Options.Equals(other.Options)
            && one.References.SequenceEqual(other.References)
            && one.SyntaxTrees.Count() == other.SyntaxTrees.Count()
            && one.SyntaxTrees.Zip(other.SyntaxTrees, AreSame).All(static same => same);

    private static bool AreSame(SyntaxTree one, SyntaxTree other)
        => one == other
            || (one.Options.Equals(other.Options)
                && one.IsEquivalentTo(other, topLevel: true)
                && Structured(one).SequenceEqual(Structured(other), StringComparer.Ordinal));

    /// <summary>Documentation and directives, which the compiler's comparison takes for white space.</summary>
    private static IEnumerable<string> Structured(SyntaxTree tree)
        => tree.GetRoot()
            .DescendantTrivia(static node => node.HasStructuredTrivia)
            .Where(static trivia => trivia.HasStructure)
            .Select(static trivia => trivia.ToFullString());
}
