using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace Immy.Typed.Secrets;

/// <summary>The texts in the value of a secret field that must not be seen.</summary>
internal static class SecretTexts
{
    // The kind of an OAuth token is a word that stands in every message.
    private const string TokenType = "token_type";

    /// <summary>The text of a plain value; of a consent's answer the values that are named like secrets.</summary>
    public static IEnumerable<string> Of(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => [],
        string text => [text],
        SecureString secure => [new NetworkCredential("", secure).Password],
        PSCredential credential => [credential.GetNetworkCredential().Password],
        IDictionary table => table.Keys.Cast<object>().SelectMany(key => Of(key.ToString() ?? "", table[key])),
        PSCustomObject => PSObject.AsPSObject(value).Properties.SelectMany(static property => Of(property.Name, property.Value)),
        IEnumerable several => several.Cast<object?>().SelectMany(Of),
        { } single => single.ToString() is { } text ? [text] : [],
    };

    private static IEnumerable<string> Of(string name, object? value)
        => SecretNames.IsSecret(name) && !name.Equals(TokenType, StringComparison.OrdinalIgnoreCase) ? Of(value) : [];
}
