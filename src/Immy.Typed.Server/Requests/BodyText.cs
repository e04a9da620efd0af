using System.Text.Json;

namespace Immy.Typed.Server.Requests;

/// <summary>Looks through a body's JSON for texts that cannot be kept, and for properties that are there twice.</summary>
internal static class BodyText
{
    private const string Whole = "body";

    /// <summary>The first field that is wrong, and why; null when none is. What is no JSON at all is left to whoever reads it.</summary>
    public static (string Field, string Message)? WhatIsWrong(ReadOnlySpan<byte> body)
    {
        var place = new BodyPlace();
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && WhatIsWrong(ref reader, place) is { } wrong)
                {
                    return wrong;
                }

                place.Take(reader.TokenType);
            }
        }
        catch (JsonException)
        {
            // Whoever reads the body tells where it ends to be JSON.
        }

        return null;
    }

    private static (string Field, string Message)? WhatIsWrong(ref Utf8JsonReader reader, BodyPlace place)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // So the reader tells of bytes that are no UTF-8, and of surrogates that stand alone.
            return (Field(place), $"{Field(place)} has half a character: a surrogate without its other half, or bytes that are not UTF-8. Send whole characters.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return (Field(place), $"{Field(place)} has a zero character (\\u0000). Leave it out.");
        }

        return reader.TokenType == JsonTokenType.PropertyName && !place.TryName(text) ? (Field(place), $"{Field(place)} is there twice. Send it once.") : null;
    }

    private static string Field(BodyPlace place) => place.ToString() is { Length: > 0 } path ? path : Whole;
}
