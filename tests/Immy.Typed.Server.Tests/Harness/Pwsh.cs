using System.Reflection;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A real <c>pwsh</c>: that of the package which the engine's commands come from.</summary>
internal static class Pwsh
{
    /// <summary>Its file.</summary>
    public static string Library { get; } = Path.Combine(
        typeof(Pwsh).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "PowerShellHome").Value!,
        "pwsh.dll");

    /// <summary>The arguments with which a server uses it.</summary>
    public static string[] Arguments { get; } = ["--Server:Endpoint:Ways:0", "Agent", "--Server:Endpoint:Ways:1", "Local", "--Server:Endpoint:Pwsh", Library];
}
