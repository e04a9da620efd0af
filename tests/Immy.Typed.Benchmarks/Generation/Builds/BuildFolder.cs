using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Immy.Typed.Generators;

namespace Immy.Typed.Benchmarks.Generation.Builds;

/// <summary>A project of capabilities on disk, outside the repository, that <c>dotnet build</c> builds in one of the ways.</summary>
internal sealed partial class BuildFolder
{
    private readonly string _folder;

    private BuildFolder(string folder) => _folder = folder;

    public static BuildFolder Write(string root, BuildVariant variant, IReadOnlyDictionary<string, string> generated)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, variant.Name.Replace(' ', '-'))).FullName;
        File.WriteAllText(Path.Combine(folder, "Acme.csproj"), Project(variant));
        File.WriteAllText(Path.Combine(folder, "Counter.cs"), CapabilitySources.Unrelated);
        foreach (var (index, text) in CapabilitySources.Capabilities.Index())
        {
            File.WriteAllText(Path.Combine(folder, $"Vendor{index + 1}.cs"), text);
        }

        foreach (var (name, text) in variant.IsCheckedIn ? generated : new Dictionary<string, string>())
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        var made = new BuildFolder(folder);
        made.Run("restore");
        return made;
    }

    /// <summary>Builds from nothing: no compiler server, no MSBuild node left from before.</summary>
    public BuildTime Build()
    {
        var before = ChildProcesses.ProcessorTime;
        var output = Run("build", "--no-restore", "-t:Rebuild", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-clp:PerformanceSummary");
        var processor = ChildProcesses.ProcessorTime - before;
        var compiler = int.Parse(CompilerTime().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(processor, TimeSpan.FromMilliseconds(compiler));
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    private static string Project(BuildVariant variant)
    {
        var generator = variant.HasGenerator
            ? $"""<Analyzer Include="{typeof(CapabilityGenerator).Assembly.Location};{typeof(Scriban.Template).Assembly.Location}" />"""
            : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <RunAnalyzers>{variant.RunsAnalyzers}</RunAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(CapabilityAttribute).Assembly.Location};{typeof(System.Management.Automation.ScriptBlock).Assembly.Location}" />
                {generator}
              </ItemGroup>
            </Project>
            """;
    }

    [GeneratedRegex(@"(\d+) ms\s+Csc\s")]
    private static partial Regex CompilerTime();
}
