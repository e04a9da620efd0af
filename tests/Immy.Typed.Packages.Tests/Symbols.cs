using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.Json;

namespace Immy.Typed.Packages.Tests;

/// <summary>What a portable PDB tells a debugger of its sources.</summary>
internal sealed class Symbols : IDisposable
{
    // The kinds of debug information are those of the Portable PDB format.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;
    private readonly IReadOnlyList<string> _linked;

    public Symbols(ImmutableArray<byte> pdb)
    {
        _provider = MetadataReaderProvider.FromPortablePdbImage(pdb);
        _reader = _provider.GetMetadataReader();
        Sources = _reader.Documents.ToDictionary(document => _reader.GetString(_reader.GetDocument(document).Name));
        _linked = Content(EntityHandle.ModuleDefinition, SourceLink) is { } map
            ? [.. JsonDocument.Parse(map).RootElement.GetProperty("documents").EnumerateObject().Select(static entry => entry.Name.TrimEnd('*'))]
            : [];
    }

    /// <summary>The source files by their paths.</summary>
    public IReadOnlyDictionary<string, DocumentHandle> Sources { get; }

    /// <summary>Whether a debugger gets the file, from the symbols themselves or from the address that SourceLink gives.</summary>
    public bool Reaches(string source)
        => Content(Sources[source], EmbeddedSource) is not null || _linked.Any(prefix => source.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The text of a file that the symbols carry; null where they do not.</summary>
    public string? TextOf(string source)
    {
        if (Content(Sources[source], EmbeddedSource) is not { } content)
            return null;

        // The first four bytes are the unpacked size, zero for a text that is stored as it is.
        var text = new MemoryStream(content, 4, content.Length - 4);
        using var reader = new StreamReader(BitConverter.ToInt32(content) == 0 ? text : new DeflateStream(text, CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    public void Dispose() => _provider.Dispose();

    private byte[]? Content(EntityHandle owner, Guid kind)
        => _reader.GetCustomDebugInformation(owner)
            .Select(_reader.GetCustomDebugInformation)
            .Where(information => _reader.GetGuid(information.Kind) == kind)
            .Select(information => _reader.GetBlobBytes(information.Value))
            .FirstOrDefault();
}
