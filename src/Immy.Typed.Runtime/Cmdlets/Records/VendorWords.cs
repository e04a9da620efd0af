using Immybot.Backend.Domain.Models;

namespace Immy.Typed.Cmdlets;

/// <summary>Processors and kinds of packages in the words that vendors use for them.</summary>
internal static class VendorWords
{
    /// <summary><c>64 bit</c>, <c>x64</c>, <c>amd64</c>, <c>ARM64</c>, <c>32 bit</c> and their like; null where the meaning is not plain.</summary>
    public static Architecture? ToArchitecture(object? value)
    {
        var word = WordOf(value);
        return word switch
        {
            "any" or "all" or "anycpu" or "neutral" or "noarch" or "universal" or "both" or "x86x64" or "x64x86" => Architecture.Any,
            "ia64" or "itanium" => null,
            _ when word.Contains("arm64", StringComparison.Ordinal) || word.Contains("aarch64", StringComparison.Ordinal) || word is "armv8" or "arm64bit" => Architecture.Arm64,
            _ when word.Contains("arm", StringComparison.Ordinal) => null,
            _ when word.Contains("64", StringComparison.Ordinal) => Architecture.X64,
            _ when word.Contains("86", StringComparison.Ordinal) || word.Contains("32", StringComparison.Ordinal) => Architecture.X86,
            _ => null,
        };
    }

    /// <summary>A name of <see cref="PackageType"/>, or a file's ending with or without its dot; null where it is neither.</summary>
    public static PackageType? ToPackageType(object? value) => WordOf(value) switch
    {
        "exe" or "executable" => PackageType.Executable,
        "msi" or "windowsinstaller" => PackageType.MSI,
        "msix" or "appx" or "msixbundle" or "appxbundle" => PackageType.MSIX,
        "zip" or "archive" => PackageType.Zip,
        "script" or "ps1" or "sh" or "cmd" or "bat" => PackageType.Script,
        "pkg" => PackageType.Pkg,
        "dmg" => PackageType.Dmg,
        "deb" => PackageType.Deb,
        "rpm" => PackageType.Rpm,
        _ => null,
    };

    private static string WordOf(object? value) => string.Concat((value?.ToString() ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
