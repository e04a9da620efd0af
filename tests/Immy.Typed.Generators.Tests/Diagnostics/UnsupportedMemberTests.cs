using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY006: members that no script block can be.</summary>
public sealed class UnsupportedMemberTests
{
    [Theory]
    [InlineData("event Action [|Changed|];", "Changed", "an event")]
    [InlineData("int [|this|][int index] { get; }", "this[]", "an indexer")]
    [InlineData("int [|Count|] { get; set; }", "Count", "a property with a setter")]
    [InlineData("int [|Count|] { get; init; }", "Count", "a property with a setter")]
    [InlineData("int [|Count|] { set; }", "Count", "a property with a setter")]
    [InlineData("static abstract Task [|Make|]();", "Make", "a static member")]
    [InlineData("static abstract int [|Count|] { get; }", "Count", "a static member")]
    [InlineData("protected Task [|Get|]();", "Get", "protected")]
    [InlineData("protected internal int [|Count|] { get; }", "Count", "protected")]
    public async Task A_member_that_cannot_be_a_block_is_told_at_its_name(string member, string name, string kind)
        => await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public interface IBroken
            {
                Task Fine();

                {{member}}
            }
            """,
            "IMMY006",
            Message(name, kind));

    [Fact]
    public async Task A_member_of_a_base_is_told_at_the_name_of_the_interface()
        => await Analysis.RefusesAsync(
            """
            public interface IBase
            {
                int Count { get; set; }
            }

            [Capability]
            public interface [|IBroken|] : IBase;
            """,
            "IMMY006",
            Message("Count", "a property with a setter"));

    [Theory]
    [InlineData("int Count { get; set; }", "a property with a setter")]
    [InlineData("internal int Count { get; }", "internal to another assembly")]
    [InlineData("internal int Count() => 1;", "internal to another assembly")]
    public async Task A_member_of_a_base_in_another_project_is_told_at_the_name_of_the_interface(string member, string kind)
    {
        var vendor = Sources.Compile($"public interface IBase {{ {member} }}").WithAssemblyName("Vendor");
        var source = MarkedSource.Parse("[Immy.Typed.Capability] public interface [|IBroken|] : IBase;");

        var told = await Analysis.RunAsync(Sources.Compile(source.Text).AddReferences(vendor.ToMetadataReference()));

        Assert.Equal(
            [new Told("IMMY006", DiagnosticSeverity.Error, Message("Count", kind), source.Spans[0])],
            told.Select(Told.From));
    }

    [Theory]
    [InlineData("int Count { get; }")]
    [InlineData("const int Count = 1;")]
    [InlineData("static int Count => 1;")]
    [InlineData("static int Make() => 1;")]
    [InlineData("static virtual int Make() => 1;")]
    [InlineData("private int Make() => 1;")]
    [InlineData("sealed int Count { get => 1; set { } }")]
    [InlineData("internal Task Get();")]
    [InlineData("public sealed record Nested(int Value);")]
    [InlineData("public static IHealthy operator +(IHealthy left, IHealthy right) => left;")]
    public async Task A_member_that_can_be_a_block_or_need_not_be_one_is_not_told(string member)
        => await Analysis.AcceptsAsync(
            $$"""
            [Capability]
            public interface IHealthy
            {
                Task Fine();

                {{member}}
            }
            """);

    [Fact]
    public async Task A_default_for_a_member_of_a_base_is_not_told()
        => await Analysis.AcceptsAsync(
            """
            public interface IBase
            {
                Task Get();

                int Count { get; }
            }

            [Capability]
            public interface IHealthy : IBase
            {
                Task IBase.Get() => Task.CompletedTask;

                int IBase.Count => 1;
            }
            """);

    private static string Message(string name, string kind)
        => $"IBroken.{name} is {kind}, which no script block can be. Declare a method, or a property with a getter only.";
}
