namespace Immy.Typed.Server.Installers;

/// <summary>The installers of one version of software.</summary>
/// <param name="Only">The installer, where there is one only and it has an address.</param>
/// <param name="Found">All of them, as people tell them apart.</param>
[GenerateSerializer, Immutable]
internal sealed record VersionInstallers([property: Id(0)] InstallerOffer? Only, [property: Id(1)] IReadOnlyList<string> Found);
