using Immy.Typed;

namespace Immybot.Backend.Domain.Models;

/// <summary>One version of a software with its installer. A script may fill in what it finds out later.</summary>
[MadeBy("New-DynamicVersion")]
public sealed record DynamicVersion
{
    /// <summary>The version as the vendor writes it, for example 24.1.2.6 or 2.0.0-rc1.</summary>
    public required string Version { get; set; }

    /// <summary>The full address of the installer; null where there is nothing to download.</summary>
    public string? Url { get; set; }

    /// <summary>The name to save the installer under; null takes it from the address.</summary>
    public string? FileName { get; set; }

    /// <summary>The processors that the installer is for.</summary>
    public Architecture Architecture { get; set; }

    /// <summary>The kind of the installer's file; null takes it from the ending of its name.</summary>
    public PackageType? PackageType { get; set; }
}
