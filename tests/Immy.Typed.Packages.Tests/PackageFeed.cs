using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using Immy.Typed.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace Immy.Typed.Packages.Tests;

/// <summary>This build's packages in a folder feed, and beside it a place that knows nothing of the repository.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string[] Projects = ["Immy.Typed.Abstractions", "Immy.Typed.Runtime", "Immy.Typed.Templates", "Immy.Typed.Cli"];

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"immy-typed-packages-{Guid.NewGuid():N}");

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>An empty folder whose NuGet settings add the feed to the machine's usual sources.</summary>
    public string Workplace => Path.Combine(_root, "work");

    /// <summary>Where <c>dotnet new</c> keeps this test's templates.</summary>
    public string Hive => Path.Combine(_root, "hive");

    /// <summary>Runs <c>dotnet</c> with a package folder that starts empty.</summary>
    internal DotnetCommand Dotnet => new(Path.Combine(_root, "packages"));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Workplace);
        await File.WriteAllTextAsync(
            Path.Combine(Workplace, "nuget.config"),
            $"""<configuration><packageSources><add key="immy-typed-under-test" value="{Folder}" /></packageSources></configuration>""");

        // Packed as it was built; only the consumer has a package folder of its own.
        var packing = new DotnetCommand(packageFolder: null);
        foreach (var project in Projects)
            await packing.SucceedAsync(Metadata("RepositoryRoot"), "pack", $"src/{project}", "--no-build", "-c", Metadata("Configuration"), "-o", Folder);

        await Dotnet.SucceedAsync(Workplace, "new", "install", PathOf("Immy.Typed.Templates"), "--debug:custom-hive", Hive);
    }

    /// <summary>The path of a package.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extension">.nupkg or .snupkg.</param>
    public string PathOf(string id, string extension = ".nupkg")
        => Directory.EnumerateFiles(Folder, $"{id}.*{extension}").Single(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));

    /// <summary>The paths of the files in a package.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extension">.nupkg or .snupkg.</param>
    public IReadOnlyList<string> FilesOf(string id, string extension = ".nupkg")
    {
        using var archive = ZipFile.OpenRead(PathOf(id, extension));
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    /// <summary>The text of one file of a package.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="path">The file's path inside it.</param>
    public string TextOf(string id, string path)
    {
        using var reader = new StreamReader(new MemoryStream([.. BytesOf(id, path)]));
        return reader.ReadToEnd();
    }

    /// <summary>The content of one file of a package.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="path">The file's path inside it.</param>
    /// <param name="extension">.nupkg or .snupkg.</param>
    public ImmutableArray<byte> BytesOf(string id, string path, string extension = ".nupkg")
    {
        using var archive = ZipFile.OpenRead(PathOf(id, extension));
        using var file = archive.GetEntry(path)!.Open();
        using var content = new MemoryStream();
        file.CopyTo(content);
        return [.. content.ToArray()];
    }

    /// <summary>Makes something from a template in the workplace.</summary>
    /// <param name="arguments">What stands after <c>dotnet new</c>.</param>
    internal Task<CommandAnswer> NewAsync(params IEnumerable<string> arguments)
        => Dotnet.RunAsync(Workplace, ["new", .. arguments, "--debug:custom-hive", Hive]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A compiler that still holds a file must not fail a test; the system empties its temporary folder.
        }

        return ValueTask.CompletedTask;
    }

    private static string Metadata(string key)
        => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
