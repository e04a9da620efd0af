using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Capabilities;

/// <summary>A block of a capability.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it does.</param>
/// <param name="IsGiven">True when the script gives it; an optional block may be missing.</param>
/// <param name="NotCallable">Why it is not called over the API; null when it is.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Returns">What its result means.</param>
/// <param name="Shape">Nothing, Scalar or List.</param>
/// <param name="Result">The JSON Schema of the result, or of each item of a list; null where nothing is owed.</param>
internal sealed record BlockView(
    string Name, string Summary, bool IsGiven, string? NotCallable, IReadOnlyList<ParameterView> Parameters, string Returns, Adapters.ResultShape Shape, JsonNode? Result);
