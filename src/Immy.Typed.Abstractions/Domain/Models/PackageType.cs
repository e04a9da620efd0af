using System.Text.Json.Serialization;

namespace Immybot.Backend.Domain.Models;

/// <summary>The kind of an installer's file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackageType>))]
public enum PackageType
{
    /// <summary>A program that installs, usually .exe.</summary>
    Executable,

    /// <summary>A Windows Installer package, .msi.</summary>
    MSI,

    /// <summary>A modern Windows package, .msix or .appx.</summary>
    MSIX,

    /// <summary>An archive to unpack first, .zip.</summary>
    Zip,

    /// <summary>A script that installs, such as .ps1 or .sh.</summary>
    Script,

    /// <summary>A macOS package, .pkg.</summary>
    Pkg,

    /// <summary>A macOS disk image, .dmg.</summary>
    Dmg,

    /// <summary>A Debian package, .deb.</summary>
    Deb,

    /// <summary>A Red Hat package, .rpm.</summary>
    Rpm,
}
