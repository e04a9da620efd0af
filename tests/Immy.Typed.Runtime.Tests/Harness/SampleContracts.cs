using System.Reflection;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>The assembly of Immy.Typed.Contracts.Sample, of which these tests know the file only.</summary>
internal static class SampleContracts
{
    public static string Path { get; } = System.IO.Path.GetFullPath(typeof(SampleContracts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "SampleContracts").Value!);

    public static CapabilityDescriptor Find(string capability)
        => CapabilityAssembly.Load(Path).Capabilities.Single(known => known.Name == capability);
}
