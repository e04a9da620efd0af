using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Capabilities;

/// <summary>A parameter of a block.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it means.</param>
/// <param name="IsRequired">True when a call must give it.</param>
/// <param name="Schema">The JSON Schema of its value.</param>
internal sealed record ParameterView(string Name, string Summary, bool IsRequired, JsonNode Schema);
