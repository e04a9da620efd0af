using Immy.Typed.Generators.Parsing;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests;

/// <summary>XML documentation becomes plain text that reads well in help, tables and pages.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("One\n   two   three.", "One two three.")]
    [InlineData("See <see cref=\"Other\"/> and <see cref=\"Other.Read(string)\"/>.", "See Other and Read.")]
    [InlineData("A <see cref=\"System.Collections.Generic.List{T}\"/> or <see langword=\"null\"/>.", "A List or null.")]
    [InlineData("<see cref=\"Other\">the other</see>, <see href=\"https://example.com/\"/>", "the other, https://example.com/")]
    [InlineData("Reads <paramref name=\"name\"/> as <c>a  b</c> with <b>care</b>.", "Reads name as a b with care.")]
    [InlineData("First.<para>Second\n one.</para><para>Third.</para>", "First.\nSecond one.\nThird.")]
    [InlineData("Either:<list type=\"bullet\"><item>one</item><item><description>two <c>2</c></description></item></list>Done.", "Either:\n- one\n- two 2\nDone.")]
    [InlineData("<list type=\"number\"><item><term>a</term><description>first</description></item><item>second</item></list>", "1. a: first\n2. second")]
    [InlineData("<list type=\"table\"><listheader><term>x</term></listheader><item><term>a</term><description>first</description></item></list>", "- a: first")]
    [InlineData("Like<example>so:<code>\n    if (a)\n        b &lt; c\n</code></example>", "Like\nso:\n    if (a)\n        b < c")]
    [InlineData("a &lt; b &amp;&amp; c", "a < b && c")]
    public void A_summary_becomes_plain_text(string xml, string text)
        => Assert.Equal(text, Summary($$"""
            /// <summary>{{xml.Replace("\n", "\n/// ", StringComparison.Ordinal)}}</summary>
            public interface ISupportsThis;
            public class Other { public void Read(string text) { } }
            """));

    [Fact]
    public void Windows_line_ends_make_the_same_text()
        => Assert.Equal("So:\n    a\n      b", Summary("/// <summary>\r\n/// So:\r\n/// <code>\r\n/// a\r\n///   b\r\n/// </code>\r\n/// </summary>\r\npublic interface ISupportsThis;"));

    [Fact]
    public void A_member_inherits_what_it_does_not_say_itself()
    {
        var documentation = Member("""
            public interface IBase
            {
                /// <summary>Says it.</summary>
                /// <param name="first">The first.</param>
                /// <param name="second">The second.</param>
                /// <returns>The answer.</returns>
                string Say(string first, int second);
            }
            public interface ISupportsThis : IBase
            {
                /// <inheritdoc/>
                /// <param name="second">Another second.</param>
                new string Say(string first, int second);
            }
            """);

        Assert.Equal(
            ("Says it.", "The first.", "Another second.", "The answer."),
            (documentation.Summary, documentation.Parameter("first"), documentation.Parameter("second"), documentation.Returns));
    }

    [Fact]
    public void A_member_inherits_from_the_member_that_it_names()
        => Assert.Equal("Reads: Says it. That is all.", Member("""
            public interface IOther
            {
                /// <summary>Says it.</summary>
                string Say(string what);
            }
            public interface ISupportsThis
            {
                /// <summary>Reads: <inheritdoc cref="IOther.Say(string)"/> That is all.</summary>
                string Read();
            }
            """).Summary);

    [Fact]
    public void An_interface_inherits_from_the_one_that_it_extends()
        => Assert.Equal("The base.", Summary("""
            /// <summary>The base.</summary>
            public interface IBase;
            /// <inheritdoc/>
            public interface ISupportsThis : IBase;
            """));

    [Theory]
    [InlineData("/// <inheritdoc/>\npublic interface ISupportsThis;")]
    [InlineData("/// <inheritdoc cref=\"ISupportsThis\"/>\npublic interface ISupportsThis;")]
    [InlineData("/// <inheritdoc cref=\"Nowhere\"/>\npublic interface ISupportsThis;")]
    [InlineData("/// <summary><inheritdoc/></summary>\npublic interface ISupportsThis;")]
    [InlineData("/// <summary>Not & closed\npublic interface ISupportsThis;")]
    public void What_cannot_be_inherited_or_read_is_empty(string source) => Assert.Equal("", Summary(source));

    [Fact]
    public void Several_lines_stay_one_comment_and_one_text_in_the_code_that_is_written()
    {
        var generation = Generation.Of("""
            /// <summary>Gives things.</summary>
            [Immy.Typed.Capability]
            public interface ISupportsThings
            {
                /// <summary>One of:<list type="bullet"><item>a</item><item>b</item></list></summary>
                string Get();
            }
            """);

        Assert.DoesNotContain("error", generation.Complaints(), StringComparison.Ordinal);
        Assert.Equal("One of:\n- a\n- b", EmittedAssembly.Of(generation)["ISupportsThings"].Blocks[0].Summary);
    }

    [Fact]
    public void Documentation_that_is_badly_formed_leaves_the_code_that_is_written_sound()
    {
        var generation = Generation.Of("""
            /// <summary>Gives & takes <b>things</summary>
            [Immy.Typed.Capability]
            public interface ISupportsThings
            {
                /// <summary>Gets */ <nope
                string Get();
            }
            """);

        Assert.All(generation.Complaints().Split('\n'), static complaint => Assert.Contains("File0.cs(", complaint, StringComparison.Ordinal));
        Assert.Equal(("", ""), (EmittedAssembly.Of(generation)["ISupportsThings"].Summary, EmittedAssembly.Of(generation)["ISupportsThings"].Blocks[0].Summary));
    }

    private static string Summary(string source) => Documentation.Of(Contract(source)).Summary;

    private static Documentation Member(string source) => Documentation.Of(Contract(source).GetMembers().Single());

    private static INamedTypeSymbol Contract(string source) => Sources.Compile(source).GetTypeByMetadataName("ISupportsThis")!;
}
