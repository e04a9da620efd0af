using System.Text.Json.Nodes;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Server.Capabilities;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Puts one path for each block in place of the one that takes any: typed from the block's descriptor.</summary>
internal static class BlockPaths
{
    private const string Any = "/api/v1/provider-links/{id}/capabilities/{interface}/{block}";

    public static void Add(JsonObject paths, CapabilityCatalog catalog)
    {
        if (paths[Any]?["post"] is not JsonObject any)
        {
            return;
        }

        paths.Remove(Any);
        foreach (var capability in catalog.Capabilities)
        {
            foreach (var block in capability.Blocks.Where(static block => CallableBlocks.WhyNot(block, "{id}") is null))
            {
                paths[$"/api/v1/provider-links/{{id}}/capabilities/{capability.Name}/{block.Name}"] = new JsonObject { ["post"] = Operation(capability, block, any) };
            }
        }
    }

    private static JsonObject Operation(CapabilityDescriptor capability, BlockDescriptor block, JsonObject any)
    {
        var operation = any.DeepClone().AsObject();
        var responses = operation["responses"]!.AsObject();
        responses.Remove("200");
        responses[block.Shape == ResultShape.Nothing ? "204" : "200"] = Answer(block);
        foreach (var (status, description) in new[] { ("502", "The integration's script failed."), ("503", "Too many calls wait for the integration."), ("504", "The integration's script took too long.") })
        {
            responses[status] = new JsonObject { ["description"] = description, ["content"] = responses["409"]?["content"]?.DeepClone() };
        }

        operation["responses"] = new JsonObject(responses.OrderBy(static response => response.Key, StringComparer.Ordinal).Select(static response => KeyValuePair.Create(response.Key, response.Value?.DeepClone())));
        operation["summary"] = block.Summary;
        operation["description"] = $"{capability.Summary} {any["description"]?.GetValue<string>()}".Trim();
        operation["operationId"] = block.ToString();
        operation["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "id",
            ["in"] = "path",
            ["required"] = true,
            ["description"] = "The provider link.",
            ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        });
        operation["requestBody"] = new JsonObject
        {
            ["required"] = block.Parameters.Any(BlockSchemas.IsRequired),
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Body(block) } },
        };
        return operation;
    }

    private static JsonObject Body(BlockDescriptor block) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(block.Parameters.Select(static parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Name, Described(BlockSchemas.OfParameter(parameter), parameter.Summary)))),
        ["required"] = new JsonArray([.. block.Parameters.Where(BlockSchemas.IsRequired).Select(static parameter => JsonValue.Create(parameter.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Answer(BlockDescriptor block)
    {
        var headers = new JsonObject
        {
            [CapabilityEndpoints.RunHeader] = Header("The run with all that the script said."),
            [CapabilityEndpoints.OutcomeHeader] = Header("Ok, or Partial where something was left out."),
        };
        if (BlockSchemas.OfResult(block) is not { } schema)
        {
            return new() { ["description"] = "The block ran.", ["headers"] = headers };
        }

        var content = block.Shape == ResultShape.List
            ? new JsonObject
            {
                ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone() } },
                ["application/x-ndjson"] = new JsonObject { ["schema"] = Described(schema, "Each line, as the script writes it. A last line { \"problem\": ... } says that it failed midway.") },
            }
            : new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } };
        return new() { ["description"] = block.Returns.Length > 0 ? block.Returns : "The result.", ["headers"] = headers, ["content"] = content };
    }

    private static JsonNode Described(JsonNode schema, string text)
    {
        if (schema is JsonObject own && text.Length > 0)
        {
            own["description"] = text;
        }

        return schema;
    }

    private static JsonObject Header(string text) => new() { ["description"] = text, ["schema"] = new JsonObject { ["type"] = "string" } };
}
