namespace Immy.Typed.Server.Webhooks;

/// <summary>The answer to a request from outside, as it travels back: the script's, or a refusal of the server's own.</summary>
[GenerateSerializer, Immutable]
internal sealed record WebhookAnswer
{
    [Id(0)]
    public required int Status { get; init; }

    [Id(1)]
    public KeyValuePair<string, string?[]>[] Headers { get; init; } = [];

    [Id(2)]
    public byte[] Body { get; init; } = [];

    /// <summary>Set when the server answers instead of the script.</summary>
    [Id(3)]
    public WebhookRefusal? Refusal { get; init; }

    public static WebhookAnswer Refuse(int status, string title, string detail, Guid? run = null, int? retryAfter = null)
        => new() { Status = status, Refusal = new(title, detail, run, retryAfter) };
}
