using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY012: contracts that say nothing of themselves.</summary>
public sealed class MissingSummaryTests
{
    private const string Undocumented = "[Immy.Typed.Capability] public interface IFoo { void Get(); }";

    [Fact]
    public async Task An_interface_and_its_members_are_told_at_their_names()
        => await Analysis.TellsAsync(
            """
            [Capability]
            public interface [|IFoo|]
            {
                Task [|Get|]();

                /// <value>How many.</value>
                int [|Count|] { get; }

                /// <summary> </summary>
                Task [|Set|]() => Task.CompletedTask;
            }
            """,
            new MissingSummaryAnalyzer(),
            DiagnosticSeverity.Warning,
            "IMMY012",
            Message("IFoo"),
            Message("IFoo.Get"),
            Message("IFoo.Count"),
            Message("IFoo.Set"));

    [Fact]
    public async Task What_is_documented_or_no_block_is_not_told()
        => await Analysis.AcceptsAsync(
            """
            /// <summary>The first.</summary>
            [Capability]
            public interface IFoo
            {
                /// <summary>Gets one.</summary>
                Task Get();

                /// <inheritdoc cref="Get"/>
                Task GetOther();

                private void Helper()
                {
                }

                static int Count() => 1;

                const int Usual = 1;
            }

            public interface IUnmarked
            {
                Task Get();
            }
            """,
            new MissingSummaryAnalyzer());

    [Theory]
    [InlineData(DocumentationMode.None, 0)]
    [InlineData(DocumentationMode.Parse, 2)]
    [InlineData(DocumentationMode.Diagnose, 2)]
    public async Task Nothing_is_told_where_documentation_is_not_read(DocumentationMode mode, int count)
    {
        var compilation = Sources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Undocumented, Sources.Parsing.WithDocumentationMode(mode), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(count, (await Analysis.RunAsync(compilation, new MissingSummaryAnalyzer())).Count);
    }

    private static string Message(string name) => $"{name} has no <summary>, so Get-Help and the reference pages cannot say what it is for. Add a <summary>.";
}
