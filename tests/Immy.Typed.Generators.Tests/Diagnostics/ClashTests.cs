using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY009: capabilities of one assembly that cannot be told apart.</summary>
public sealed class ClashTests
{
    [Fact]
    public async Task One_stem_is_told_at_both_names()
        => await Analysis.RefusesAsync(
            """
            [Capability] public interface [|ISupportsThings|];

            [Capability] public interface [|SupportsThings|];
            """,
            new ClashAnalyzer(),
            "IMMY009",
            Message("ISupportsThings", "SupportsThings", "what is generated for both is named 'SupportsThings'"),
            Message("SupportsThings", "ISupportsThings", "what is generated for both is named 'SupportsThings'"));

    [Fact]
    public async Task One_simple_name_in_two_namespaces_is_told_at_both_names()
        => await Analysis.RefusesAsync(
            """
            namespace One { [Capability] public interface [|ISupportsThings|]; }

            namespace Two { [Capability] public interface [|ISupportsTHINGS|]; }
            """,
            new ClashAnalyzer(),
            "IMMY009",
            Message("One.ISupportsThings", "Two.ISupportsTHINGS", "scripts name both 'ISupportsThings'"),
            Message("Two.ISupportsTHINGS", "One.ISupportsThings", "scripts name both 'ISupportsTHINGS'"));

    [Fact]
    public async Task Names_that_differ_by_case_only_are_told_though_one_has_another_error()
        => await Analysis.RefusesAsync(
            """
            [Capability] public interface [|ISupportsThings|];

            [Capability] public interface [|ISupportsthings|] { Action Broken(); }
            """,
            new ClashAnalyzer(),
            "IMMY009",
            Message("ISupportsThings", "ISupportsthings", "scripts name both 'ISupportsThings'"),
            Message("ISupportsthings", "ISupportsThings", "scripts name both 'ISupportsthings'"));

    [Fact]
    public async Task Nested_interfaces_that_give_one_stem_are_told()
        => await Analysis.RefusesAsync(
            """
            public class A { [Capability] public interface [|B_C|]; }

            public class A_B { [Capability] public interface [|C|]; }
            """,
            new ClashAnalyzer(),
            "IMMY009",
            Message("A.B_C", "A_B.C", "what is generated for both is named 'A_B_C'"),
            Message("A_B.C", "A.B_C", "what is generated for both is named 'A_B_C'"));

    [Fact]
    public async Task A_contract_of_another_assembly_is_told_where_it_is_asked_for()
    {
        var vendor = Sources.Compile(Sample.Read("Referenced")).WithAssemblyName("Vendor");
        var source = MarkedSource.Parse(
            """
            [assembly: Immy.Typed.GenerateCapability(typeof([|Vendor.ISupportsVendorThings|]))]

            [Immy.Typed.Capability] public interface [|ISupportsVendorThings|];
            """);
        var compilation = Sources.Compile(source.Text).AddReferences(vendor.ToMetadataReference());

        Assert.Equal(
            [
                new("IMMY009", DiagnosticSeverity.Error, Message("Vendor.ISupportsVendorThings", "ISupportsVendorThings", "scripts name both 'ISupportsVendorThings'"), source.Spans[0]),
                new("IMMY009", DiagnosticSeverity.Error, Message("ISupportsVendorThings", "Vendor.ISupportsVendorThings", "scripts name both 'ISupportsVendorThings'"), source.Spans[1]),
            ],
            (await Analysis.RunAsync(compilation, new ClashAnalyzer())).Select(Told.From));
        Assert.Empty(Generation.Of(compilation).Files);
    }

    [Theory]
    [InlineData("Mine", "ISupportsVendorThings", "Vendor.ISupportsVendorThings in Vendor")]
    [InlineData("Mine", "ISUPPORTSVENDORTHINGS", "Vendor.ISupportsVendorThings in Vendor")]
    [InlineData("Vendor", "ISupportsVendorThings", "Vendor.ISupportsVendorThings in Vendor")]
    [InlineData("Mine", "ISupportsListingClients", "Immybot.Backend.Providers.Interfaces.ISupportsListingClients in Immy.Typed.Abstractions")]
    public async Task A_capability_of_a_referenced_assembly_that_has_the_name_is_told_with_its_assembly(string space, string name, string other)
    {
        var vendor = Generation.Of(Sources.Compile(Sample.Read("Referenced")).WithAssemblyName("Vendor")).Compilation;
        var source = MarkedSource.Parse($"namespace {space} {{ [Immy.Typed.Capability] public interface [|{name}|]; }}");

        var told = await Analysis.RunAsync(Sources.Compile(source.Text).AddReferences(vendor.ToMetadataReference()), new ClashAnalyzer());

        Assert.Equal(
            [new("IMMY009", DiagnosticSeverity.Error, $"{space}.{name} and {other} cannot both be capabilities of one host: scripts name both '{name}'. Rename one of them.", source.Spans[0])],
            told.Select(Told.From));
    }

    [Fact]
    public async Task A_capability_of_a_referenced_assembly_that_nothing_was_generated_for_is_not_told()
    {
        var vendor = Sources.Compile(Sample.Read("Referenced")).WithAssemblyName("Vendor");
        var compilation = Sources.Compile("[Immy.Typed.Capability] public interface ISupportsVendorThings;").AddReferences(vendor.ToMetadataReference());

        Assert.Empty(await Analysis.RunAsync(compilation, new ClashAnalyzer()));
    }

    [Theory]
    [InlineData("[Capability] public partial interface IHealthy { Task One(); } public partial interface IHealthy { Task Two(); }")]
    [InlineData("[Capability] public interface IHealthy { Task One(); } public interface Healthy;")]
    [InlineData("namespace One { [Capability] public interface IHealthy { Task One(); } } namespace Two { [Capability] public interface Healthy; }")]
    [InlineData("[Capability] public interface IHealthy { Task One(); } [Capability] public interface IHealthy<T>;")]
    public async Task Names_that_can_be_told_apart_are_not_told(string source)
        => await Analysis.AcceptsAsync(source, new ClashAnalyzer());

    private static string Message(string one, string other, string why) => $"{one} and {other} cannot both be capabilities of one assembly: {why}. Rename one of them.";
}
