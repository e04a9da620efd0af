using System.Text.Json.Nodes;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Adds to an operation what routes cannot tell: who may ask, states by ETag, examples.</summary>
internal static class OperationDetails
{
    /// <summary>A name for an operation that its route does not name, such as <c>postIntegrationTypesByIdCheck</c>.</summary>
    public static string IdOf(string method, string path) => method + string.Concat(path.Replace("/api/v1", "", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.StartsWith('{') ? "By" + Word(part.Trim('{', '}')) : string.Concat(part.Split('-').Select(Word))));

    public static void Add(JsonObject operation, ApiOperation? known, bool isAnonymous)
    {
        if (!isAnonymous)
        {
            operation["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() });
        }

        if (known is null)
        {
            return;
        }

        if (known.IsEdit)
        {
            var parameters = operation["parameters"] as JsonArray ?? [];
            operation["parameters"] = parameters;
            parameters.Add(new JsonObject
            {
                ["name"] = "If-Match",
                ["in"] = "header",
                ["required"] = true,
                ["description"] = "The ETag of the state that is edited. Another state is refused with 412.",
                ["schema"] = new JsonObject { ["type"] = "string" },
            });
        }

        if (known.HasStamp && operation["responses"]?[known.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is JsonObject answer)
        {
            answer["headers"] = new JsonObject
            {
                ["ETag"] = new JsonObject { ["description"] = "The state, to be sent back as If-Match.", ["schema"] = new JsonObject { ["type"] = "string" } },
            };
        }

        if (known.Example is not null && operation["requestBody"]?["content"]?["application/json"] is JsonObject body)
        {
            body["example"] = JsonNode.Parse(known.Example);
        }
    }

    private static string Word(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
