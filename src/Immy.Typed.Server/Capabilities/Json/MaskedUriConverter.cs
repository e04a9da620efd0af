using System.Text.Json;
using System.Text.Json.Serialization;
using Immy.Typed.Secrets;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Writes addresses with the secrets replaced.</summary>
internal sealed class MaskedUriConverter(SecretMask? secrets) : JsonConverter<Uri>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetString() is { } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null;

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
        => writer.WriteStringValue(secrets?.Mask(value.OriginalString) ?? value.OriginalString);
}
