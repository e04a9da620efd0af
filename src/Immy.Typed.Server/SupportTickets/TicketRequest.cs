using System.Net.Mail;
using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>A support request that has been checked.</summary>
internal sealed record TicketRequest(string Subject, string Notes, string RequesterEmail, string[]? BlobUrls, string? SessionUrl)
{
    private const int LongestSubject = 300;
    private const int LongestNotes = 30_000;
    private const int MostFiles = 20;

    /// <summary>The request, or why it is refused.</summary>
    /// <param name="send">What arrived.</param>
    /// <param name="who">The name of whoever asks.</param>
    public static (TicketRequest? Request, IResult? Refusal) Read(SendSupportTicket send, string who)
    {
        var email = string.IsNullOrWhiteSpace(send.RequesterEmail) && IsEmail(who) ? who : send.RequesterEmail?.Trim();
        var refusal = Line("subject", send.Subject)
            ?? (string.IsNullOrWhiteSpace(send.Notes) ? ApiProblems.Field("notes", "The support request needs notes: what is wrong, in the user's own words.") : null)
            ?? (send.Notes!.Length > LongestNotes ? ApiProblems.Field("notes", $"The notes have {send.Notes.Length} characters; at most {LongestNotes} are allowed.") : null)
            ?? (string.IsNullOrEmpty(email) ? ApiProblems.Field("requesterEmail", $"Send requesterEmail, the address to answer to: '{who}' is none.") : null)
            ?? (IsEmail(email!) ? null : ApiProblems.Field("requesterEmail", $"'{email}' is no e-mail address. Send one such as ada@contoso.com."))
            ?? (send.BlobUrls?.Count > MostFiles ? ApiProblems.Field("blobUrls", $"There are {send.BlobUrls.Count} attached files; at most {MostFiles} are allowed.") : null)
            ?? send.BlobUrls?.Select(static url => Address("blobUrls", url)).FirstOrDefault(static wrong => wrong is not null)
            ?? (send.SessionUrl is null ? null : Address("sessionUrl", send.SessionUrl));
        return refusal is null ? (new(send.Subject!.Trim(), send.Notes!, email!, send.BlobUrls is { Count: > 0 } files ? [.. files.Select(static file => file!)] : null, send.SessionUrl), null) : (null, refusal);
    }

    private static IResult? Line(string field, string? text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => ApiProblems.Field(field, $"The support request needs a {field}: the request in one line."),
        { Length: > LongestSubject } => ApiProblems.Field(field, $"The {field} has {text.Length} characters; at most {LongestSubject} are allowed."),
        _ when text.Any(char.IsControl) => ApiProblems.Field(field, $"The {field} is one line, without line breaks or other control characters."),
        _ => null,
    };

    private static IResult? Address(string field, string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? null
            : ApiProblems.Field(field, $"'{text}' is no full http or https address.");

    private static bool IsEmail(string text) => text.Length <= 254 && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
