using System.Collections;
using System.Text;
using Microsoft.Net.Http.Headers;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Server.Webhooks;

/// <summary>A request's body as scripts get it: JSON as objects, a form as a hashtable, else text; null where it is empty.</summary>
internal static class WebhookBody
{
    /// <summary>Reads it.</summary>
    /// <exception cref="WebhookBodyException">It is not what its content type says.</exception>
    public static async Task<object?> ReadAsync(HttpRequest request, byte[] body, CancellationToken cancellationToken)
    {
        if (body.Length == 0)
        {
            return null;
        }

        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        if (IsJson(type))
        {
            return Json(Text(type, body));
        }

        return request.HasFormContentType ? await FormAsync(request, cancellationToken) : Text(type, body);
    }

    private static bool IsJson(MediaTypeHeaderValue? type)
        => type is not null && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private static string Text(MediaTypeHeaderValue? type, byte[] body)
    {
        Encoding encoding;
        try
        {
            // Most say utf-8 or nothing; to look an encoding up by its name costs more than to read a short body.
            encoding = type is null || type.Charset.Length == 0 || type.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : type.Encoding ?? Encoding.UTF8;
        }
        catch (NotSupportedException)
        {
            throw new WebhookBodyException($"The content type says charset={type!.Charset}, which is not read here. Send utf-8.");
        }

        // None of these begins a byte order mark, which would say what the encoding really is.
        if (encoding == Encoding.UTF8 && body[0] is not (0xEF or 0xFE or 0xFF or 0))
        {
            return encoding.GetString(body);
        }

        using var reader = new StreamReader(new MemoryStream(body, writable: false), encoding);
        return reader.ReadToEnd();
    }

    private static object? Json(string text)
    {
        try
        {
            var value = JsonObject.ConvertFromJson(text, out var error);
            return error is null ? value : throw new WebhookBodyException($"The content type says JSON, but the body is none: {error.Exception.Message}");
        }
        catch (ArgumentException exception)
        {
            throw new WebhookBodyException($"The content type says JSON, but the body is none: {exception.Message}");
        }
    }

    private static async Task<Hashtable> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in await request.ReadFormAsync(cancellationToken))
            {
                form[name] = values.Count == 1 ? values[0] : values.ToArray();
            }

            return form;
        }
        catch (NotSupportedException)
        {
            throw new WebhookBodyException("The content type says a charset that is not read here. Send utf-8.");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new WebhookBodyException($"The content type says a form, but the body is none: {exception.Message}");
        }
    }
}
