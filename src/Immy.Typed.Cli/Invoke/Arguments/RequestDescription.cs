using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Immy.Typed.Cli.Invoke.Arguments;

/// <summary>A web request as the command line describes it.</summary>
internal sealed record RequestDescription
{
    /// <summary>The verb; POST with a body, GET without.</summary>
    public string? Method { get; init; }

    public string? Path { get; init; }

    public Dictionary<string, string?> Query { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>A text is sent as it is, anything else as JSON.</summary>
    public JsonElement? Body { get; init; }

    public HttpContext ToContext()
    {
        var context = new DefaultHttpContext();
        var request = context.Request;
        request.Scheme = "http";
        request.Host = new HostString("localhost");
        request.Method = (Method ?? (Body is null ? "GET" : "POST")).ToUpperInvariant();
        request.Path = "/" + (Path ?? "").TrimStart('/');
        request.QueryString = new QueryString(QueryHelpers.AddQueryString("", Query));
        if (Body is { ValueKind: not JsonValueKind.Null } body)
        {
            var isText = body.ValueKind == JsonValueKind.String;
            var bytes = Encoding.UTF8.GetBytes(isText ? body.GetString()! : body.GetRawText());
            request.Body = new MemoryStream(bytes, writable: false);
            request.ContentLength = bytes.Length;
            request.ContentType = isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers[name] = value;
        }

        return context;
    }
}
