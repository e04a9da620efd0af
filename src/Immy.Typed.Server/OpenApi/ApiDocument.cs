using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Capabilities;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Immy.Typed.Server.OpenApi;

/// <summary>The OpenAPI document of this server: its routes, and the blocks of the capabilities that it knows.</summary>
internal sealed class ApiDocument(IServiceProvider services, CapabilityCatalog catalog) : IDisposable
{
    public const string Name = "v1";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SemaphoreSlim _one = new(1);
    private string? _text;

    /// <summary>The document; it is made once.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _text ??= await MakeAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellationToken);
        var json = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!.AsObject();
        json["info"] = new JsonObject
        {
            ["title"] = "Immy.Typed",
            ["version"] = Name,
            ["description"] = "Integrations, the agents and computers that they know, and what is done to them. Refusals are problem+json that names the field and the mend.",
        };
        json.Remove("servers");
        SchemaDetails.LetNullBeBoth(json);
        var components = json["components"] as JsonObject ?? [];
        json["components"] = components;
        components["securitySchemes"] = new JsonObject
        {
            ["apiKey"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API key: Authorization: Bearer immy_..." },
        };
        foreach (var (_, schema) in components["schemas"]?.AsObject() ?? [])
        {
            SchemaDetails.LetOptionalBeLeftOut(schema!.AsObject());
        }

        var paths = json["paths"]!.AsObject();
        foreach (var (path, item) in paths)
        {
            foreach (var (method, operation) in item!.AsObject().Where(static member => member.Value is JsonObject))
            {
                operation!["operationId"] ??= OperationDetails.IdOf(method, path);
                OperationDetails.Add(operation.AsObject(), ApiOperations.All.GetValueOrDefault(ApiOperations.KeyOf(method.ToUpperInvariant(), path)), isAnonymous: path == "/api/v1/session" && method == "post");
            }
        }

        BlockPaths.Add(paths, catalog);
        json["paths"] = new JsonObject(paths.OrderBy(static path => path.Key, StringComparer.Ordinal).Select(static path => KeyValuePair.Create(path.Key, path.Value?.DeepClone())));
        return json.ToJsonString(Indented);
    }
}
