using Immybot.Backend.Domain.Models;

namespace Immy.Typed.Server.Software;

/// <summary>A version of software that a provider link offers, as the API shows it.</summary>
/// <param name="Version">As the vendor writes it.</param>
/// <param name="Url">Where the installer is; null where there is nothing to download.</param>
/// <param name="FileName">The name of the installer's file; null takes it from the address.</param>
/// <param name="Architecture">The processors that it is for.</param>
/// <param name="PackageType">The kind of the file; null takes it from its name.</param>
[GenerateSerializer, Immutable]
internal sealed record SoftwareVersionView(
    [property: Id(0)] string Version, [property: Id(1)] string? Url, [property: Id(2)] string? FileName, [property: Id(3)] Architecture Architecture, [property: Id(4)] PackageType? PackageType)
{
    public static SoftwareVersionView Of(DynamicVersion version) => new(version.Version, version.Url, version.FileName, version.Architecture, version.PackageType);
}
