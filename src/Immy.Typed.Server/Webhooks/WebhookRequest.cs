using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Webhooks;

/// <summary>A request from outside as it travels to the machine where its provider link lives.</summary>
[GenerateSerializer, Immutable]
internal sealed record WebhookRequest : LinkRequest<WebhookAnswer>
{
    [Id(0)]
    public required string Method { get; init; }

    [Id(1)]
    public required string Scheme { get; init; }

    [Id(2)]
    public required string Host { get; init; }

    [Id(3)]
    public required string Path { get; init; }

    /// <summary>The part of the path after the link's own address.</summary>
    [Id(4)]
    public required string Route { get; init; }

    /// <summary>As it came, with its question mark.</summary>
    [Id(5)]
    public required string Query { get; init; }

    [Id(6)]
    public required string Protocol { get; init; }

    [Id(7)]
    public required KeyValuePair<string, string?[]>[] Headers { get; init; }

    /// <summary>The raw body, which signatures are made of.</summary>
    [Id(8)]
    public required byte[] Body { get; init; }

    /// <summary>Who is at the other end of the connection.</summary>
    [Id(9)]
    public string? RemoteAddress { get; init; }

    public override Task<WebhookAnswer> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
        => services.GetRequiredService<WebhookDesk>().AnswerAsync(link, this, cancellationToken);

    /// <summary>A header's only value; null when it is not there, or there more than once.</summary>
    public string? Header(string name)
    {
        foreach (var (key, values) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return values is [var value] ? value : null;
            }
        }

        return null;
    }
}
