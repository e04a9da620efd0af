namespace Immy.Typed.Server.Webhooks;

/// <summary>The configuration section <c>Server:Webhooks</c>.</summary>
internal sealed class WebhookOptions
{
    /// <summary>The most bytes of a request's body; 1 MiB.</summary>
    public int BodyLimit { get; set; } = 1024 * 1024;

    /// <summary>The most bytes of an answer's body; 8 MiB.</summary>
    public int AnswerLimit { get; set; } = 8 * 1024 * 1024;

    /// <summary>The server's address as the outside sees it, such as <c>https://immy.example.com</c>; by default that of the request which asks for the URL.</summary>
    public Uri? Address { get; set; }
}
