using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY005: an interface that is named like a capability and is none.</summary>
public sealed class MissingAttributeTests
{
    private const string Message = "ISupportsThings is named like a capability but has no [Capability] attribute, so no script can implement it. Add [Capability] or rename the interface.";

    [Fact]
    public async Task Missing_attribute_is_told_at_the_name()
    {
        var source = await Analysis.TellsAsync(
            """
            public interface [|ISupportsThings|]
            {
                Task Get();
            }
            """,
            DiagnosticSeverity.Warning,
            "IMMY005",
            Message);

        Assert.Empty(Generation.Of(source).Files);
    }

    [Fact]
    public async Task Missing_attribute_of_a_partial_interface_is_told_once()
        => await Analysis.TellsAsync(
            """
            public partial interface [|ISupportsThings|]
            {
                Task Get();
            }

            public partial interface ISupportsThings
            {
                Task Set();
            }
            """,
            DiagnosticSeverity.Warning,
            "IMMY005",
            Message);

    [Fact]
    public async Task A_marked_interface_is_not_told()
        => await Analysis.AcceptsAsync("[Capability] public interface ISupportsThings { Task Get(); }");

    [Theory]
    [InlineData("public interface ISupports;")]
    [InlineData("public interface IAmSupportsThings;")]
    [InlineData("public interface isupportsThings;")]
    [InlineData("public class ISupportsThings;")]
    [InlineData("public interface IBroken { void M(System.Action action); int P { get; set; } }")]
    public async Task A_type_that_is_no_capability_is_not_told(string source)
        => Assert.Empty(await Analysis.RunAsync(Sources.Compile(source)));
}
