namespace Immy.Typed.Capabilities;

/// <summary>A file cannot contribute capabilities to this host. The message says why, what was expected and how to mend it.</summary>
public sealed class CapabilityAssemblyException : Exception
{
    internal CapabilityAssemblyException(string path, string message, Exception? cause = null)
        : base(message, cause)
        => Path = path;

    /// <summary>The file, as the caller named it.</summary>
    public string Path { get; }
}
