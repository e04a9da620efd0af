namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>Builds integration scripts around the part that a test is about.</summary>
internal static class Scripts
{
    /// <summary>An integration with a trivial start, then the given lines, then its return. The first given line is line 2.</summary>
    public static string With(string lines) => $"""
        $Integration = New-DynamicIntegration -Init {"{ [OpResult]::Ok() }"} -HealthCheck {"{ New-HealthyResult }"}
        {lines}
        return $Integration
        """;

    /// <summary>An integration with one block; the block's first line is line 3 of the script.</summary>
    public static string WithBlock(string capability, string block, string body) => With(
        $"$Integration | Add-DynamicIntegrationCapability -Interface {capability} -{block} {{\n{body}\n}}");
}
