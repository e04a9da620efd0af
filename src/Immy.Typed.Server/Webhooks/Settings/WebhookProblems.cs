using System.Net;
using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>What is wrong with settings that somebody sends.</summary>
internal static class WebhookProblems
{
    private const int MostRequests = 100_000;
    private const int MostNetworks = 200;
    private const int ShortestKey = 16;
    private const int LongestKey = 500;

    /// <summary>Why the settings are refused; null when they are right.</summary>
    public static IResult? WhyNot(SaveWebhook save, IEnumerable<string> keys) => save switch
    {
        { Check: WebhookCheck.Secret or WebhookCheck.Hmac } when !IsName(save.Name) => ApiProblems.Field(
            "name", $"name is '{save.Name}'. Send the name of the header{(save.Check == WebhookCheck.Secret ? " or of the part of the query" : "")} that holds the {(save.Check == WebhookCheck.Secret ? "secret" : "signature")}: letters, digits, - and _, at most 100."),
        { Check: WebhookCheck.Hmac, Place: WebhookPlace.Query } => ApiProblems.Field("place", "An HMAC is looked for in a header only. Send Header, or leave it out."),
        { Prefix.Length: > 50 } => ApiProblems.Field("prefix", "The prefix is longer than 50 characters. Send what stands before the secret or signature, such as 'sha256='."),
        { RequestsPerSecond: < 1 or > MostRequests } => ApiProblems.Field("requestsPerSecond", $"requestsPerSecond is {save.RequestsPerSecond}. Send a number from 1 to {MostRequests}."),
        { Burst: < 1 or > MostRequests } => ApiProblems.Field("burst", $"burst is {save.Burst}. Send a number from 1 to {MostRequests}."),
        { AllowedAddresses.Count: > MostNetworks } => ApiProblems.Field("allowedAddresses", $"There are {save.AllowedAddresses!.Count} addresses; {MostNetworks} are the most. Send networks instead of single addresses."),
        { Check: WebhookCheck.StandardWebhooks } when keys.Any(static key => StandardKey.BytesOf(key) is null) => ApiProblems.Field(
            "check", "A key of this webhook is not one of Standard Webhooks: whsec_ and 16 to 64 bytes as base64. Revoke it first, and add one of that form."),
        _ => (save.AllowedAddresses ?? []).Where(static address => Network(address) is null).Select(static address => ApiProblems.Field(
            "allowedAddresses", $"'{address}' is no address and no network. Send an address such as 203.0.113.7, or a network such as 203.0.113.0/24 or 2001:db8::/32.")).FirstOrDefault(),
    };

    /// <summary>Why a key is refused; null when it is right.</summary>
    public static IResult? WhyNot(AddWebhookKey add, WebhookCheck check) => add switch
    {
        _ when string.IsNullOrWhiteSpace(add.Name) || add.Name.Length > 100 => ApiProblems.Field("name", "The key needs a name of at most 100 characters, by which you know it again."),
        { Text: not null } when check == WebhookCheck.StandardWebhooks && StandardKey.BytesOf(add.Text) is null => ApiProblems.Field(
            "text", "A key of Standard Webhooks is whsec_ and 16 to 64 bytes as base64. Send the vendor's, or leave text out to have one made."),
        { Text.Length: < ShortestKey or > LongestKey } => ApiProblems.Field("text", $"The key has {add.Text.Length} characters. Send one of {ShortestKey} to {LongestKey}, or leave text out to have one made."),
        _ => null,
    };

    /// <summary>An address or a network as it is kept; null when it is none.</summary>
    public static string? Network(string? text)
        => IPNetwork.TryParse(text, out var network) ? network.ToString()
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8).ToString()
            : null;

    private static bool IsName(string? name) => name is { Length: > 0 and <= 100 } && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
