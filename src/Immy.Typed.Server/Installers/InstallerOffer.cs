using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Installers;

/// <summary>Where a script says that an installer is. Address and headers may hold secrets: only <see cref="Shown"/> is for eyes.</summary>
[GenerateSerializer, Immutable]
internal sealed record InstallerOffer
{
    /// <summary>The full address.</summary>
    [Id(0)]
    public required string Url { get; init; }

    /// <summary>The address without query, secrets masked.</summary>
    [Id(1)]
    public required string Shown { get; init; }

    /// <summary>The name to save it under; null takes it from the address.</summary>
    [Id(2)]
    public string? FileName { get; init; }

    /// <summary>What goes along with the request.</summary>
    [Id(3)]
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The name that the installer is saved under.</summary>
    public string SafeName => InstallerFileName.Of(FileName, Url);

    /// <summary>The address, once it is one that a file can be fetched from; null otherwise.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    public static InstallerOffer Of(LiveLink link, string? url, string? fileName, IReadOnlyDictionary<string, string> headers)
    {
        var text = url?.Trim() ?? "";
        var bare = text.Split('?', '#')[0];
        var shown = Uri.TryCreate(bare, UriKind.Absolute, out var address) ? $"{address.Scheme}://{address.Authority}{address.AbsolutePath}" : bare;
        return new() { Url = text, Shown = link.Integration.Mask.Mask(shown), FileName = fileName, Headers = headers };
    }

    public override string ToString() => Shown;
}
