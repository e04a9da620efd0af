using System.Text;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>A request that is made up.</summary>
/// <param name="Operation">The operation that it is about.</param>
/// <param name="Oddity">What is odd about it.</param>
/// <param name="Target">Path and address parameters, as they are sent.</param>
internal sealed record FuzzRequest(Operation Operation, string Oddity, string Target)
{
    public string Method { get; init; } = Operation.Method;

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The Authorization header; null sends none.</summary>
    public string? Authorization { get; init; }

    /// <summary>Whether the ETag of what is edited is sent.</summary>
    public bool SendsState { get; init; } = true;

    /// <summary>The one status that is right; null where any refusal is.</summary>
    public int? Expected { get; init; }

    public HttpRequestMessage Message(Uri server, string? state)
    {
        var address = new Uri(server.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);

            // What is too large is refused before it is sent, or the end of the connection would hide why.
            message.Headers.ExpectContinue = Body.Length > 1 << 20;
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in AllHeaders(state))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>As a command that sends it again, but for the key.</summary>
    public string ToCurl(string? state)
    {
        var headers = string.Concat(AllHeaders(state).Select(static header => $" -H '{header.Name}: {(header.Name == "Authorization" ? "..." : Short(header.Value))}'"));
        var body = Body is null ? "" : $" -H 'Content-Type: {ContentType}' -d '{Short(Encoding.UTF8.GetString(Body))}'";
        return $"curl -X {Method} \"$IMMY{Short(Target)}\"{headers}{body}";
    }

    private IEnumerable<(string Name, string Value)> AllHeaders(string? state)
        => [.. Authorization is null ? [] : new[] { ("Authorization", Authorization) }, .. state is null ? [] : new[] { ("If-Match", state) }, .. Headers];

    private static string Short(string text) => text.Length > 500 ? $"{text[..250]}...{text.Length} characters...{text[^100..]}" : text;
}
