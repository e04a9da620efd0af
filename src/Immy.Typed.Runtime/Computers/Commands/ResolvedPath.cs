namespace Immy.Typed.Computers.Commands;

/// <summary>What Resolve-Path returns.</summary>
/// <param name="path">The path.</param>
internal sealed class ResolvedPath(string path)
{
    /// <summary>The path.</summary>
    public string Path { get; } = path;

    /// <summary>The path.</summary>
    public string ProviderPath { get; } = path;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
