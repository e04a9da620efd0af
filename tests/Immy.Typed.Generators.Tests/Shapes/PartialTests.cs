using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>An interface in several files is one interface, in whatever order the compiler gets them.</summary>
public sealed class PartialTests
{
    private static string[] Parts { get; } =
    [
        "/// <summary>First.</summary>\n[Immy.Typed.Capability] public partial interface ISupportsParts : IOne { int B(); int A(); }",
        "/// <summary>Another.</summary>\npublic partial interface ISupportsParts : ITwo, IThree { int D { get; } int C(); }",
        "/// <summary>One.</summary>\npublic interface IOne { int One(); } public partial interface ITwo : IOne { int Two(); }",
        "/// <summary>Three.</summary>\npublic interface IThree { int Three(); } public partial interface ITwo { int Deux(); }",
        "[Immy.Typed.Capability] public interface ISupportsPart { int Part(); }",
    ];

    [Fact]
    public async Task Its_members_and_bases_are_those_of_all_parts()
        => Assert.Equal(
            ["One", "Three", "Two", "Deux", "B", "A", "get_D", "C"],
            (await Shape.EmitAsync(Parts))["ISupportsParts"].Blocks.Select(static block => block.Name));

    [Fact]
    public void The_order_of_files_makes_no_difference()
    {
        var trees = Parts.Select(Sources.Tree).ToArray();
        var expected = Files(trees);

        Assert.All(
            (int[][])[[4, 3, 2, 1, 0], [1, 0, 3, 2, 4], [2, 4, 0, 3, 1], [3, 1, 4, 0, 2]],
            order => Assert.Equal(expected, Files([.. order.Select(index => trees[index])])));
    }

    [Fact]
    public void The_separator_in_paths_makes_no_difference()
        => Assert.Equal(
            Files([.. Parts.Select(static (part, index) => Sources.Tree(part, index).WithFilePath($"src/{"ba-dc"[index]}/x{index}.cs"))]),
            Files([.. Parts.Select(static (part, index) => Sources.Tree(part, index).WithFilePath($"src\\{"ba-dc"[index]}\\x{index}.cs"))]));

    [Fact]
    public void A_second_mark_which_the_compiler_refuses_leaves_other_capabilities_alone()
    {
        var generation = Generation.Of(
            "[Immy.Typed.Capability] public partial interface ISupportsTwice { int One(); } [Immy.Typed.Capability] public interface ISupportsOther;",
            "[Immy.Typed.Capability] public partial interface ISupportsTwice { int Two(); }");

        Assert.Contains("ISupportsOther.Adapter.g.cs", generation.Files);
        Assert.Contains("ISupportsTwice.Adapter.g.cs", generation.Files);
        Assert.DoesNotContain("g.cs", generation.Complaints(), StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Files(params Microsoft.CodeAnalysis.SyntaxTree[] trees)
        => Generation.Of(((CSharpCompilation)Sources.Compile()).AddSyntaxTrees(trees)).Files;
}
