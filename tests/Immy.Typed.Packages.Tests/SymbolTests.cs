using System.Reflection.PortableExecutable;

namespace Immy.Typed.Packages.Tests;

public sealed class SymbolTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Immy.Typed.Abstractions", "Immy.Typed.Abstractions")]
    [InlineData("Immy.Typed", "Immy.Typed.Runtime")]
    public void A_debugger_gets_every_source_of_a_library(string id, string assembly)
    {
        using var symbols = Read(id, assembly);

        Assert.NotEmpty(symbols.Sources);
        Assert.Equal([], symbols.Sources.Keys.Where(source => !symbols.Reaches(source)));
    }

    [Fact]
    public void A_debugger_steps_into_a_generated_adapter()
    {
        using var symbols = Read("Immy.Typed.Abstractions", "Immy.Typed.Abstractions");
        var adapter = Assert.Single(symbols.Sources.Keys, static source => source.EndsWith("ISupportsListingClients.Adapter.g.cs", StringComparison.Ordinal));

        Assert.Contains("internal sealed class SupportsListingClientsAdapter", symbols.TextOf(adapter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Immy.Typed.Abstractions", "lib/net10.0/Immy.Typed.Abstractions.dll")]
    [InlineData("Immy.Typed", "lib/net10.0/Immy.Typed.Runtime.dll")]
    [InlineData("Immy.Typed", "analyzers/dotnet/cs/Immy.Typed.Generators.dll")]
    [InlineData("Immy.Typed", "analyzers/dotnet/cs/Immy.Typed.CodeFixes.dll")]
    [InlineData("Immy.Typed.Cli", "tools/net10.0/any/immy.dll")]
    public void An_assembly_is_built_deterministically(string id, string file)
    {
        using var assembly = new PEReader(feed.BytesOf(id, file));

        Assert.Contains(assembly.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private Symbols Read(string id, string assembly) => new(feed.BytesOf(id, $"lib/net10.0/{assembly}.pdb", ".snupkg"));
}
