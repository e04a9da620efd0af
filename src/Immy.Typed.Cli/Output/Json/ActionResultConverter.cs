using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Cli.Output.Json;

/// <summary>Writes an answer to a web request as its status, value and content type.</summary>
internal sealed class ActionResultConverter : JsonConverter<IActionResult>
{
    public override bool CanConvert(Type typeToConvert) => typeof(IActionResult).IsAssignableFrom(typeToConvert);

    public override IActionResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IActionResult value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, WebAnswer.Of(value), options);
}
