using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Writes what a script made: a record as its properties, anything else as the object that it wraps.</summary>
internal sealed class PSObjectConverter : JsonConverter<PSObject>
{
    public override bool CanConvert(Type typeToConvert) => typeof(PSObject).IsAssignableFrom(typeToConvert);

    public override PSObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, PSObject value, JsonSerializerOptions options)
    {
        if (value.BaseObject is not PSCustomObject)
        {
            JsonSerializer.Serialize(writer, value.BaseObject, options);
            return;
        }

        // The names are the script's own and stay as they are.
        writer.WriteStartObject();
        foreach (var property in value.Properties)
        {
            writer.WritePropertyName(property.Name);
            JsonSerializer.Serialize(writer, property.Value, options);
        }

        writer.WriteEndObject();
    }
}
