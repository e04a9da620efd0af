using System.Text.Json;
using System.Text.Json.Serialization;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Takes a number for a text, digit by digit: <c>[225494730938494001]</c> is a list of ids.</summary>
internal sealed class NumberAsTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return reader.GetString();
        }

        using var number = JsonDocument.ParseValue(ref reader);
        return number.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
