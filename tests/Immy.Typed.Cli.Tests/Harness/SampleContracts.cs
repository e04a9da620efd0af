using System.Reflection;

namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>The file of Immy.Typed.Contracts.Sample, which the tool does not know.</summary>
internal static class SampleContracts
{
    public static string Path { get; } = System.IO.Path.GetFullPath(typeof(SampleContracts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "SampleContracts").Value!);
}
