using Immy.Typed.Generators.Diagnostics;
using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY013: attributes that ask for what is no capability.</summary>
public sealed class GenerateCapabilityTests
{
    private const string Vendor = """
        using System;
        using System.Threading.Tasks;
        using Immy.Typed;

        public class NoInterface;

        public interface IUnmarked { Task Get(); }

        [Capability] public interface IBroken { Action Get(); }

        [Capability] public interface IGeneric<T>;

        [Capability] public interface IHidden { internal Task Get(); }

        [Capability] public interface IPartlyHidden { Task Get(); internal Task Help() => Task.CompletedTask; }

        [Capability] public interface ISound { Task Get(); private Task Help() => Task.CompletedTask; }
        """;

    [Theory]
    [InlineData("NoInterface", "NoInterface", "it is no interface")]
    [InlineData("int[]", "int[]", "it is no interface")]
    [InlineData("IUnmarked", "IUnmarked", "it is not marked [Capability]")]
    [InlineData("IBroken", "IBroken", "it has the error IMMY001")]
    [InlineData("IGeneric<>", "IGeneric<>", "it has the error IMMY007")]
    [InlineData("IGeneric<int>", "IGeneric<int>", "it has the error IMMY007")]
    [InlineData("IHidden", "IHidden", "its member Get cannot be seen from here")]
    [InlineData("IPartlyHidden", "IPartlyHidden", "its member Help cannot be seen from here")]
    public async Task A_type_for_which_nothing_can_be_generated_is_told_where_it_is_named(string type, string shown, string why)
    {
        var source = MarkedSource.Parse($"[assembly: Immy.Typed.GenerateCapability(typeof([|{type}|]))]");
        var compilation = Compile(source.Text);

        Assert.Equal(
            [new("IMMY013", DiagnosticSeverity.Error, $"No code can be generated for {shown}: {why}. Name an interface that is marked [Capability] and has no error.", source.Spans[0])],
            (await Analysis.RunAsync(compilation, new GenerateCapabilityAnalyzer())).Select(Told.From));
        Assert.Empty(Generation.Of(compilation).Files);
    }

    [Theory]
    [InlineData("ISound", "Vendor")]
    [InlineData("Immybot.Backend.Providers.Interfaces.ISupportsListingClients", "Immy.Typed.Abstractions")]
    public async Task A_capability_whose_assembly_has_the_code_is_told(string type, string assembly)
    {
        var source = MarkedSource.Parse($"[assembly: Immy.Typed.GenerateCapability(typeof([|{type}|]))]");
        var vendor = Generation.Of(Sources.Compile(Vendor).WithAssemblyName("Vendor")).Compilation;
        var compilation = Sources.Compile(source.Text).AddReferences(vendor.ToMetadataReference());

        Assert.Equal(
            [new("IMMY013", DiagnosticSeverity.Error, $"No code can be generated for {type.Split('.')[^1]}: {assembly} was compiled with the generator and has that code already. Remove the attribute.", source.Spans[0])],
            (await Analysis.RunAsync(compilation, Analysis.All)).Select(Told.From));
        Assert.Empty(Generation.Of(compilation).Files);
    }

    [Fact]
    public async Task A_type_that_stands_where_one_would_be_generated_is_told()
    {
        var source = MarkedSource.Parse("[assembly: Immy.Typed.GenerateCapability(typeof([|ISound|]))] namespace Generated { public class SoundAdapter; }");

        Assert.Equal(
            [new("IMMY013", DiagnosticSeverity.Error, "No code can be generated for ISound: Generated.SoundAdapter is declared already where a type or a namespace of that name is generated. Rename Generated.SoundAdapter.", source.Spans[0])],
            (await Analysis.RunAsync(Compile(source.Text), new GenerateCapabilityAnalyzer())).Select(Told.From));
        Assert.Empty(Generation.Of(Compile(source.Text)).Files);
    }

    [Theory]
    [InlineData("[assembly: Immy.Typed.GenerateCapability(typeof(Unknown))]")]
    [InlineData("[assembly: Immy.Typed.GenerateCapability(null!)]")]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"x\")] [System.Diagnostics.DebuggerTypeProxy(typeof(int))] public class C;")]
    public async Task What_the_compiler_tells_or_another_attribute_names_is_not_told(string source)
    {
        Assert.Empty(await Analysis.RunAsync(Compile(source), new GenerateCapabilityAnalyzer()));
        Assert.Empty(Generation.Of(Compile(source)).Files);
    }

    [Fact]
    public async Task A_sound_capability_is_not_told_and_is_compiled_in()
    {
        var compilation = Compile("[assembly: Immy.Typed.GenerateCapability(typeof(ISound))]");

        Assert.Empty(await Analysis.RunAsync(compilation, new GenerateCapabilityAnalyzer()));
        Assert.Equal("", Generation.Of(compilation).Complaints());
    }

    private static CSharpCompilation Compile(string source)
        => Sources.Compile(source).AddReferences(Sources.Compile(Vendor).WithAssemblyName("Vendor").ToMetadataReference());
}
