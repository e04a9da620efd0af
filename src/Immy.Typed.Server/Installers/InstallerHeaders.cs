using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Installers;

/// <summary>The headers that go along with the download of an installer.</summary>
internal static class InstallerHeaders
{
    /// <summary>Those that a script gave as a table.</summary>
    public static IReadOnlyDictionary<string, string> Of(Hashtable? table)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? [])
        {
            headers[Text(entry.Key)] = Text(entry.Value);
        }

        return headers;
    }

    /// <summary>Those that ISupportsAuthenticatedDownload of a link gives; none where it does not have it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(LiveLink link, CancellationToken cancellationToken)
        => Of((object)link.Integration is ISupportsAuthenticatedDownload login ? await login.GetAuthHeader(cancellationToken) : null);

    private static string Text(object? value) => Convert.ToString(value is PSObject { BaseObject: var bare } ? bare : value, CultureInfo.InvariantCulture) ?? "";
}
