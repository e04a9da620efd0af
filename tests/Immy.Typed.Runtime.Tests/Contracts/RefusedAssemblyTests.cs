using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Contracts;

public sealed class RefusedAssemblyTests : IDisposable
{
    private readonly CompiledContracts _contracts = new();

    private static string Ours { get; } = typeof(CapabilityAttribute).Assembly.GetName().Version!.ToString(3);

    public void Dispose() => _contracts.Dispose();

    [Fact]
    public void A_missing_file_is_told()
        => Assert.Equal(
            "does not exist. Name the DLL that a contracts project builds, such as bin/Release/net10.0/Acme.Contracts.dll.",
            Refusal(Path.Combine(_contracts.Folder, "none", "None.dll")));

    [Fact]
    public void A_folder_is_told()
        => Assert.StartsWith("is a folder. Name the DLL", Refusal(_contracts.Folder), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("MZ and no more")]
    public void A_file_that_is_no_assembly_is_told(string content)
    {
        var path = Path.Combine(_contracts.Folder, "Text.dll");
        File.WriteAllText(path, content);

        Assert.StartsWith("is not a .NET assembly. Name the DLL", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_a_capability_is_told()
        => Assert.Equal(
            "contributes no capability: it has no interface marked [Capability]. Declare one in its project, or leave the file out.",
            Refusal(_contracts.Compile("Acme.Empty", "public interface INothing;")));

    [Fact]
    public void A_capability_that_was_compiled_without_the_generator_is_told()
        => Assert.Equal(
            "contributes no capability: ISupportsNothing is marked [Capability], but was compiled without the generator. Reference the package Immy.Typed, which brings it along, and build again.",
            Refusal(_contracts.Compile("Acme.Plain", "[Immy.Typed.Capability] public interface ISupportsNothing;", CompiledContracts.Abstractions)));

    [Fact]
    public void An_assembly_for_another_major_version_is_refused_with_both_versions()
    {
        using var other = new CompiledContracts();
        var abstractions = other.Compile("Immy.Typed.Abstractions", """
            [assembly: System.Reflection.AssemblyVersion("99.1.2.0")]
            namespace Immy.Typed { public sealed class CapabilityAttribute : System.Attribute; }
            """);
        var path = _contracts.Compile("Acme.Newer", "[Immy.Typed.Capability] public interface ISupportsNothing;", abstractions);

        Assert.Equal(
            $"was built against Immy.Typed.Abstractions 99.1.2, and this host has {Ours}: another major version. Build it against version {Ours[..1]} of Immy.Typed, or use a host of version 99.",
            Refusal(path));
    }

    [Fact]
    public void A_missing_dependency_is_named()
    {
        using var elsewhere = new CompiledContracts();
        var vendor = elsewhere.Compile("Acme.Vendor", """[assembly: System.Reflection.AssemblyVersion("3.1.0.0")] public class Ticket;""");
        var path = _contracts.Compile("Acme.Tickets", List("static object ticket = new Ticket();"), vendor, CompiledContracts.Abstractions);

        Assert.Equal(
            "needs Acme.Vendor 3.1.0.0, which is neither beside it nor part of this host. Put Acme.Vendor.dll into its folder: build it with <EnableDynamicLoading>true</EnableDynamicLoading>, or publish it.",
            Refusal(path));
    }

    [Fact]
    public void A_dependency_beside_it_is_found()
    {
        var vendor = _contracts.Compile("Acme.Vendor", "public class Ticket;");
        var path = _contracts.Compile("Acme.Tickets", List("static object ticket = new Ticket();"), vendor, CompiledContracts.Abstractions);

        Assert.Empty(CapabilityAssembly.Load(path).Capabilities);
    }

    [Fact]
    public void A_list_that_fails_is_told_with_its_reason()
        => Assert.Equal(
            $"does not fit this host, which has version {Ours} of Immy.Typed: It is full. Build it against that version.",
            Refusal(_contracts.Compile(
                "Acme.Failing", List("public List() => throw new System.InvalidOperationException(\"It is full.\");"), CompiledContracts.Abstractions)));

    private static string Refusal(string path)
    {
        var exception = Assert.Throws<CapabilityAssemblyException>(() => CapabilityAssembly.Load(path));
        Assert.Equal(path, exception.Path);
        var start = $"The capability assembly '{path}' ";
        Assert.StartsWith(start, exception.Message, StringComparison.Ordinal);
        return exception.Message[start.Length..];
    }

    private static string List(string member) => $$"""
        [assembly: Immy.Typed.Adapters.CapabilityList(typeof(List))]
        public sealed class List : Immy.Typed.Adapters.ICapabilityList
        {
            {{member}}
            public System.Collections.Generic.IReadOnlyList<Immy.Typed.Adapters.CapabilityDescriptor> Capabilities => [];
        }
        """;
}
