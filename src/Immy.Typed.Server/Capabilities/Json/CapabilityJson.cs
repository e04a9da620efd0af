using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Immy.Typed.Json;
using Immy.Typed.Secrets;

namespace Immy.Typed.Server.Capabilities;

/// <summary>Arguments and results of script blocks as JSON.</summary>
internal static class CapabilityJson
{
    /// <summary>How arguments are read: names in any case, numbers for texts and texts for numbers.</summary>
    public static JsonSerializerOptions Arguments { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(), new NumberAsTextConverter() } };

    private static readonly JsonSerializerOptions Schemas = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>How results are written: camelCase, names for enumerations, secrets masked.</summary>
    public static JsonSerializerOptions Results(SecretMask secrets) => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new MaskedTextConverter(secrets), new MaskedUriConverter(secrets), new PSObjectConverter() },
    };

    /// <summary>The JSON Schema of a type.</summary>
    /// <param name="type">A type of a contract.</param>
    /// <param name="isNullable">True when null is allowed.</param>
    public static JsonNode SchemaOf(Type type, bool isNullable)
    {
        var schema = Schemas.GetJsonSchemaAsNode(RecordOf(type), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        if (isNullable && schema is JsonObject own && own["type"] is JsonValue single)
        {
            own["type"] = new JsonArray(single.GetValue<string>(), "null");
        }

        return schema;
    }

    // A contract's interface is read and written as the record that implements it, which its converter hides from the exporter.
    private static Type RecordOf(Type type) => type.IsArray ? RecordOf(type.GetElementType()!).MakeArrayType()
        : type.GetCustomAttributes(typeof(JsonConverterAttribute), inherit: false) is [JsonConverterAttribute { ConverterType: { IsGenericType: true } converter }]
            && converter.GetGenericTypeDefinition() == typeof(InterfaceJsonConverter<,>) ? converter.GetGenericArguments()[1]
        : type;
}
