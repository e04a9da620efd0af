namespace Immy.Typed.Server.Agents;

/// <summary>Compares versions of agents: part by part as numbers, where a part that is not written is 0.</summary>
internal static class AgentVersions
{
    /// <summary>The version that a text says; null when it says none.</summary>
    public static Version? Of(string? text) => Version.TryParse(text, out var version) ? version : null;

    /// <summary>Whether an agent is older than what its client should have; null when one of the two is not known.</summary>
    /// <param name="version">The agent's version.</param>
    /// <param name="latest">The version that its client should have.</param>
    public static bool? IsBehind(string? version, Version? latest) => latest is not null && Of(version) is { } own ? Whole(own) < Whole(latest) : null;

    // To .NET 1.2 is older than 1.2.0.
    private static Version Whole(Version version) => new(version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0));
}
