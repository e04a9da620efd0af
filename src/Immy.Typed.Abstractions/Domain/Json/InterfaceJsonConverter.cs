using System.Text.Json;
using System.Text.Json.Serialization;

namespace Immy.Typed.Json;

/// <summary>Reads and writes a contract's interface as the record that implements it.</summary>
/// <typeparam name="TInterface">The interface.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
public sealed class InterfaceJsonConverter<TInterface, TRecord> : JsonConverter<TInterface>
    where TInterface : class
    where TRecord : class, TInterface
{
    /// <inheritdoc/>
    public override TInterface? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => (TRecord?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(TRecord)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TInterface value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}
