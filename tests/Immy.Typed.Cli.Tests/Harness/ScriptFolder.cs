namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>A folder with the scripts of one test; messages about them are shown without the folder.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("immy-cli-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The path of a file or folder that may not exist.</summary>
    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Writes <c>Test.ps1</c>: an integration with the given lines, the first of which is line 2.</summary>
    public string Script(string lines, string init = "[OpResult]::Ok()") => Write("Test.ps1", $$"""
        $Integration = New-DynamicIntegration -Init { {{init}} } -HealthCheck { New-HealthyResult }
        {{lines}}
        return $Integration
        """);

    /// <summary>Writes <c>Test.ps1</c> with one block, whose first line is line 3.</summary>
    public string WithBlock(string capability, string block, string body, string init = "[OpResult]::Ok()")
        => Script($"$Integration | Add-DynamicIntegrationCapability -Interface {capability} -{block} {{\n{body}\n}}", init);

    /// <summary>The text without the folder's path.</summary>
    public string Bare(string text) => text.Replace(_path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
