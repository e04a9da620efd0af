using System.Text.Json.Nodes;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Mends what types cannot tell of their JSON.</summary>
internal static class SchemaDetails
{
    /// <summary>What may be null is null or something else; where that may be null as well, null is both, which "one of" would refuse.</summary>
    public static void LetNullBeBoth(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject thing:
                if (thing["oneOf"] is JsonArray choices && choices.Any(static choice => IsNull(choice?["type"])))
                {
                    thing.Remove("oneOf");
                    thing["anyOf"] = choices;
                }

                thing.Select(static member => member.Value).ToList().ForEach(LetNullBeBoth);
                break;
            case JsonArray list:
                list.ToList().ForEach(LetNullBeBoth);
                break;
        }
    }

    /// <summary>A property that may be null may be left out as well; a record's constructor only looks as if it needed it.</summary>
    public static void LetOptionalBeLeftOut(JsonObject schema)
    {
        if (schema["required"] is not JsonArray required || schema["properties"] is not JsonObject properties)
        {
            return;
        }

        var needed = required.Select(static name => name!.GetValue<string>()).Where(name => !AllowsNull(properties[name])).ToList();
        if (needed.Count == 0)
        {
            schema.Remove("required");
        }
        else
        {
            schema["required"] = new JsonArray([.. needed.Select(static name => JsonValue.Create(name))]);
        }
    }

    private static bool AllowsNull(JsonNode? property) => property?["type"] is JsonArray types && types.Any(IsNull)
        || property?["anyOf"] is JsonArray choices && choices.Any(static choice => IsNull(choice?["type"]));

    private static bool IsNull(JsonNode? type) => type is JsonValue value && value.TryGetValue<string>(out var name) && name == "null";
}
