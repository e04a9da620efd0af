using System.Globalization;
using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Bodies that are right. A schema tells the types; what the names stand for is told here.</summary>
internal sealed class BodyValues(FuzzWorld world)
{
    // A name that no other thing has is put in here when the body is sent.
    private const string Unique = "NUMBER";

    // Only one link may have it: the first, once it has been mended.
    private const string OfOneLink = "ISupportsSupportTicketDetailOverride";

    private int _names;

    /// <summary>The body of an operation; null where only its schema tells it.</summary>
    public JsonObject? Of(string operation) => operation switch
    {
        "POST /api/v1/api-keys" => new() { ["name"] = Name(), ["role"] = "Reader", ["scopes"] = new JsonArray("tenants"), ["expiresAt"] = "2199-01-01T00:00:00Z" },
        "POST /api/v1/computers" or "PUT /api/v1/computers/{id}" => new() { ["name"] = Name(), ["tenantId"] = world["tenants"], ["serialNumber"] = Name(), ["manufacturer"] = "Acme", ["osName"] = "Windows 11" },
        "POST /api/v1/deployments" => new() { ["softwareId"] = world["software"], ["computerId"] = world["computers"], ["desiredState"] = "Installed", ["providerLinkId"] = world["provider-links"] },
        "PUT /api/v1/deployments/{id}" => new() { ["desiredState"] = "Installed", ["providerLinkId"] = world["provider-links"] },
        "POST /api/v1/integration-types" or "PUT /api/v1/integration-types/{id}" => new() { ["name"] = Name(), ["script"] = FuzzScript.Text, ["note"] = "fuzz" },
        "POST /api/v1/integration-types/{id}/check" => new() { ["script"] = FuzzScript.Text },
        "POST /api/v1/integration-types/{id}/form" or "POST /api/v1/integration-types/{id}/test-connection" or "POST /api/v1/provider-links/{id}/test-connection" => new() { ["values"] = Form() },
        "PUT /api/v1/module-scripts/{name}" => new() { ["script"] = "function Get-Fuzz { 1 }", ["note"] = "fuzz" },
        "POST /api/v1/provider-links" => new() { ["integrationTypeId"] = world["integration-types"], ["name"] = Name(), ["values"] = Form(), ["excludedCapabilities"] = new JsonArray(OfOneLink) },
        "PUT /api/v1/provider-links/{id}" => new() { ["name"] = Name(), ["values"] = Form(), ["isEnabled"] = true, ["excludedCapabilities"] = new JsonArray() },
        "PUT /api/v1/provider-links/{link}/clients/{id}/tenant" or "PUT /api/v1/provider-links/{link}/client-groups/{group}/tenant" => new() { ["tenantId"] = world["tenants"] },
        "PUT /api/v1/provider-links/{link}/webhook" => new() { ["check"] = "Secret", ["place"] = "Header", ["name"] = "X-Token", ["allowedAddresses"] = new JsonArray("127.0.0.0/8"), ["requestsPerSecond"] = 10, ["burst"] = 20 },
        "PUT /api/v1/agents/{id}/computer" => new() { ["computerId"] = world["computers"], ["new"] = false, ["automatic"] = false },
        "POST /api/v1/software" or "PUT /api/v1/software/{id}" => new() { ["name"] = Name(), ["integrationTypeId"] = world["integration-types"], ["installScript"] = "'installed'", ["uninstallScript"] = "'gone'" },
        "POST /api/v1/session" => new() { ["userName"] = world.UserName, ["password"] = FuzzWorld.Password },
        "POST /api/v1/users" => new() { ["userName"] = Name(), ["password"] = FuzzWorld.Password, ["role"] = "Reader" },
        "PUT /api/v1/users/{id}" => new() { ["role"] = "Operator", ["isDisabled"] = false },
        "POST /api/v1/users/{id}/password" or "PUT /api/v1/session/password" => new() { ["password"] = FuzzWorld.Password, ["current"] = FuzzWorld.Password },
        "POST /api/v1/tenants" or "POST /api/v1/provider-links/{link}/webhook/keys" => new() { ["name"] = Name() },
        _ => null,
    };

    /// <summary>The body of an operation, with names that no other thing has.</summary>
    public JsonObject NewOf(string operation) => JsonNode.Parse(Fresh(Of(operation)!.ToJsonString()))!.AsObject();

    /// <summary>A body's text, with names that no other thing has.</summary>
    public string Fresh(string body) => body.Replace(Unique, (++_names).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A value that a schema allows.</summary>
    public static JsonNode? Of(JsonObject schema, ApiDescription api)
    {
        var known = api.Resolve(schema);
        if (known["enum"] is JsonArray names)
        {
            return names[0]!.DeepClone();
        }

        var types = known["type"] is JsonArray several ? several.Select(static type => type!.GetValue<string>()).ToList() : [known["type"]?.GetValue<string>() ?? "object"];
        return types.First(static type => type != "null") switch
        {
            "integer" or "number" => 1,
            "boolean" => true,
            "array" => new JsonArray(known["items"] is JsonObject items ? Of(items, api) : "a"),
            "object" => new JsonObject((known["properties"] as JsonObject ?? []).Select(property => KeyValuePair.Create(property.Key, Of(property.Value!.AsObject(), api)))),
            _ => Text(known),
        };
    }

    private static string Text(JsonObject schema) => schema["format"]?.GetValue<string>() switch
    {
        "uuid" => "0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e",
        "date-time" => "2026-11-25T08:00:00Z",
        "duration" => "PT1H",
        "uri" or "uri-reference" => "https://acme.example",
        _ => schema["pattern"]?.GetValue<string>() switch
        {
            null => "a1",
            var pattern when pattern.Contains('P', StringComparison.Ordinal) || pattern.Contains(':', StringComparison.Ordinal) => "01:00:00",
            _ => "1.2.3",
        },
    };

    private JsonObject Form() => new() { ["Url"] = world.Remote.Url, ["Key"] = FuzzScript.Secret, ["Retries"] = 2 };

    private static string Name() => $"Fuzz {Unique}";
}
