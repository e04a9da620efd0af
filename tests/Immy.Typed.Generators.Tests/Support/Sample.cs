using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Tests.Support;

/// <summary>The contracts in the folder <c>Samples</c>.</summary>
internal static class Sample
{
    /// <summary>Those that stand for themselves.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Defaults", "Empty", "Extended", "Global", "Inherited", "Internal", "Keywords", "List", "Nested", "Nothing",
        "Oblivious", "Obsolete", "Optional", "Property", "Results", "Root", "Scalar", "Undocumented",
    ];

    public static IReadOnlyList<string> Sources { get; } = [.. Names.Select(Read)];

    public static string Read(string name)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream("Samples/" + name)
            ?? throw new ArgumentException($"There is no sample '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A compilation that asks for the adapter of another assembly's contract.</summary>
    public static CSharpCompilation Referencing()
    {
        var vendor = Support.Sources.Compile(Read("Referenced")).WithAssemblyName("Vendor");
        return Support.Sources.Compile(Read("Referencing")).AddReferences(vendor.ToMetadataReference());
    }
}
