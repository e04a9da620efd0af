using System.Text.Json;
using System.Text.Json.Serialization;
using Immy.Typed.Secrets;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Writes texts with the secrets replaced.</summary>
internal sealed class MaskedTextConverter(SecretMask? secrets) : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        => writer.WriteStringValue(secrets?.Mask(value) ?? value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        => writer.WritePropertyName(secrets?.Mask(value) ?? value);
}
