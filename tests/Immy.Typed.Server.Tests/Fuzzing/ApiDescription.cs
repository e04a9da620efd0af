using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Server.Security;
using Json.Schema;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>What a running server says of its API.</summary>
internal sealed class ApiDescription
{
    private static readonly string[] Verbs = ["get", "post", "put", "delete", "patch"];

    private readonly JsonObject _schemas;
    private readonly Dictionary<string, JsonSchema> _read = [];

    public ApiDescription(string document)
    {
        // As definitions of one schema, references lead somewhere by themselves.
        var json = JsonNode.Parse(document.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!;
        _schemas = json["components"]!["schemas"]!.AsObject();
        Operations =
        [
            .. from path in json["paths"]!.AsObject()
               from member in path.Value!.AsObject()
               where Verbs.Contains(member.Key)
               select Read(member.Key.ToUpperInvariant(), path.Key, member.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The schema itself, where it is only named.</summary>
    public JsonObject Resolve(JsonObject schema) => schema["$ref"] is { } name ? Resolve(_schemas[name.GetValue<string>()["#/$defs/".Length..]]!.AsObject())
        : schema["oneOf"] is JsonArray choices && choices.OfType<JsonObject>().FirstOrDefault(static choice => choice["type"]?.ToJsonString() != "\"null\"") is { } choice ? Resolve(choice)
        : schema;

    /// <summary>Why JSON is not what a schema promises; null when it is.</summary>
    public string? WhyNot(JsonObject schema, JsonElement value)
    {
        var key = schema.ToJsonString();
        if (!_read.TryGetValue(key, out var known))
        {
            _read[key] = known = JsonSchema.FromText(new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["$defs"] = _schemas.DeepClone() }.ToJsonString());
        }

        var result = known.Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? null : string.Join("; ", (result.Details ?? []).Where(static detail => detail.Errors is not null).SelectMany(static detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")).Take(3));
    }

    private static Operation Read(string method, string path, JsonObject operation)
    {
        var parameters = (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var content = operation["requestBody"]?["content"]?["application/json"] as JsonObject;
        var words = operation["description"]?.GetValue<string>() ?? "";
        return new(
            method,
            path,
            [.. parameters.Where(static parameter => parameter["in"]!.GetValue<string>() == "query").Select(static parameter => new QueryParameter(parameter["name"]!.GetValue<string>(), parameter["schema"]!.AsObject()))],
            content?["schema"] as JsonObject,
            content?["example"],
            operation["responses"]!.AsObject(),
            Enum.GetValues<Role>().Where(role => words.Contains($"Needs the role {role},", StringComparison.Ordinal)).Select(static role => (Role?)role).FirstOrDefault(),
            parameters.Exists(static parameter => parameter["name"]!.GetValue<string>() == "If-Match"));
    }
}
