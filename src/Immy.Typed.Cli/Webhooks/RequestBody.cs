using System.Collections;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cli.Webhooks;

/// <summary>A request's body as scripts get it: JSON as objects, a form as a hashtable, else text; null where it is empty.</summary>
internal static class RequestBody
{
    /// <summary>The body of a request whose body is already in memory.</summary>
    public static object? Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        if (request.Body.CanSeek)
        {
            request.Body.Position = 0;
        }

        return Parse(text, request);
    }

    /// <summary>The body of a request from the network; it can be read again by the script.</summary>
    public static async Task<object?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        request.Body.Position = 0;
        return Parse(text, request);
    }

    /// <summary>JSON as PowerShell's own objects; the text itself where it is no JSON.</summary>
    public static object? ParseJson(string text)
    {
        var value = JsonObject.ConvertFromJson(text, out var error);
        return error is null ? value : text;
    }

    private static object? Parse(string text, HttpRequest request)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (request.HasJsonContentType())
        {
            try
            {
                return ParseJson(text);
            }
            catch (ArgumentException)
            {
                return text;
            }
        }

        return request.HasFormContentType ? Form(text) : text;
    }

    private static Hashtable Form(string text)
    {
        var form = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text))
        {
            form[name] = values.Count == 1 ? values[0] : values.ToArray();
        }

        return form;
    }
}
