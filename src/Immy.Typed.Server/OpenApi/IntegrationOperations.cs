using System.Text.Json.Nodes;
using Immy.Typed.Server.Capabilities;
using Immy.Typed.Server.Clients;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage.Paging;
using Immy.Typed.Server.Webhooks.Settings;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Operations about scripts and their instances.</summary>
internal static class IntegrationOperations
{
    private const int Created = StatusCodes.Status201Created;
    private const int Nothing = StatusCodes.Status204NoContent;
    private const int Accepted = StatusCodes.Status202Accepted;
    private const string Type = """{ "name": "SentinelOne", "script": "$Integration = New-DynamicIntegration -Init { param([Parameter(Mandatory)][Uri]$Url) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }\nreturn $Integration", "note": "first" }""";
    private const string Script = """{ "script": "$Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }\nreturn $Integration" }""";
    private const string Values = """{ "values": { "Url": "https://console.example.com", "ApiKey": "..." } }""";

    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = new Dictionary<string, ApiOperation>
    {
        ["GET /integration-types"] = new("Lists integration types by name.", typeof(Page<IntegrationTypeView>)),
        ["GET /integration-types/{id}"] = new("Reads an integration type with its script.", typeof(IntegrationTypeView), HasStamp: true),
        ["POST /integration-types"] = new("Loads a script and saves it as an integration type, if it loads.", typeof(IntegrationTypeView), Created, HasStamp: true, Example: Type),
        ["PUT /integration-types/{id}"] = new("Saves a script as the next version, which all links of the type take at once. Where links' values do not fit its form as they did, 409 names them, unless acceptFormChanges=true.", typeof(IntegrationTypeView), IsEdit: true, HasStamp: true, Example: Type),
        ["GET /integration-types/{id}/versions"] = new("Lists the versions of a script, the newest first.", typeof(Page<VersionView>)),
        ["GET /integration-types/{id}/versions/{number}"] = new("Reads a version with its script.", typeof(VersionView)),
        ["GET /integration-types/{id}/versions/{number}/diff/{other}"] = new("Compares two versions, as patch tools read it.", typeof(string), ContentType: "text/x-diff"),
        ["POST /integration-types/{id}/versions/{number}/rollback"] = new("Saves the script of an older version as the next one.", typeof(IntegrationTypeView), IsEdit: true, HasStamp: true, Example: """{ "note": "The new one was wrong." }"""),
        ["POST /integration-types/{id}/check"] = new("Says what saving a script would say, for each link too, and saves nothing.", typeof(ScriptCheck), Example: Script),
        ["GET /integration-types/{id}/form"] = new("Gives the configuration form as JSON Schema with hints for whoever draws it.", typeof(JsonObject), ContentType: "application/schema+json"),
        ["POST /integration-types/{id}/form"] = new("Gives the form with the fields that depend on the values given so far.", typeof(JsonObject), Example: Values, ContentType: "application/schema+json"),
        ["POST /integration-types/{id}/test-connection"] = new("Runs Init and HealthCheck with values that are not saved.", typeof(ConnectionResult), Example: Values),
        ["GET /module-scripts"] = new("Lists module scripts, those that come along among them.", typeof(Page<ModuleView>)),
        ["GET /module-scripts/{name}"] = new("Reads a module script.", typeof(ModuleView), HasStamp: true),
        ["PUT /module-scripts/{name}"] = new("Saves a module script; a new one needs no If-Match. All links take it at once. Where scripts that load now would not with it, 409 names them with their problems, unless acceptBrokenScripts=true.", typeof(ModuleView), HasStamp: true, Example: """{ "script": "function Get-AcmePage { param($Uri) Invoke-RestMethod $Uri }", "note": "first" }""", MayCreate: true),
        ["POST /module-scripts/{name}/check"] = new("Says what saving a module script would say, for each script that uses it too, and saves nothing.", typeof(ModuleCheck), Example: """{ "script": "function Get-AcmePage { param($Uri) Invoke-RestMethod $Uri }" }"""),
        ["DELETE /module-scripts/{name}"] = new("Deletes a module script. One of the same name that comes along is found again. Where scripts that load now would not without it, 409 names them, unless acceptBrokenScripts=true.", Status: Nothing, IsEdit: true),
        ["GET /module-scripts/{name}/versions"] = new("Lists the versions of a module script, the newest first.", typeof(Page<VersionView>)),
        ["GET /module-scripts/{name}/versions/{number}"] = new("Reads a version of a module script.", typeof(VersionView)),
        ["POST /module-scripts/{name}/versions/{number}/rollback"] = new("Saves an older version of a module script as the next one.", typeof(ModuleView), IsEdit: true, HasStamp: true, Example: """{ "note": "The new one was wrong." }"""),
        ["GET /module-scripts/{name}/versions/{number}/diff/{other}"] = new("Compares two versions of a module script.", typeof(string), ContentType: "text/x-diff"),
        ["GET /provider-links"] = new("Lists provider links by name.", typeof(Page<ProviderLinkView>)),
        ["GET /provider-links/{id}"] = new("Reads a provider link. Secret values are never sent back.", typeof(ProviderLinkView), HasStamp: true),
        ["POST /provider-links"] = new("Makes a provider link, runs its Init and HealthCheck, and says how it went.", typeof(ProviderLinkView), Created, HasStamp: true, Example: """{ "integrationTypeId": "0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e", "name": "SentinelOne of Contoso", "values": { "Url": "https://console.example.com", "ApiKey": "..." } }"""),
        ["PUT /provider-links/{id}"] = new("Changes a provider link, and runs it with what was saved. Secrets that are left out stay as they are.", typeof(ProviderLinkView), IsEdit: true, HasStamp: true, Example: """{ "name": "SentinelOne of Contoso", "values": { "Url": "https://console.example.com" }, "isEnabled": true, "excludedCapabilities": ["ISupportsDeletingOfflineAgent"] }"""),
        ["DELETE /provider-links/{id}"] = new("Deletes a provider link with what belongs to it alone.", Status: Nothing, IsEdit: true),
        ["POST /provider-links/{id}/health-check"] = new("Runs HealthCheck now.", typeof(LinkStatus)),
        ["POST /provider-links/{id}/test-connection"] = new("Runs Init and HealthCheck with other values; secrets that are left out are the link's.", typeof(ConnectionResult), Example: Values),
        ["GET /provider-links/{id}/capabilities"] = new("Lists what the link's script adds: blocks, parameters, results, and what is excluded.", typeof(IReadOnlyList<LinkCapabilityView>)),
        ["POST /provider-links/{id}/capabilities/{interface}/{block}"] = new("Runs a block of a capability.", typeof(JsonObject)),
        ["GET /provider-links/{link}/clients"] = new("Lists clients of the remote system, with the tenants that they are mapped to.", typeof(Page<ClientView>)),
        ["POST /provider-links/{link}/clients/sync"] = new("Takes over the clients of the remote system.", typeof(ClientSyncResult)),
        ["POST /provider-links/{link}/clients/match"] = new("Maps clients without a tenant, of a group or all, to tenants of the same name.", typeof(ClientMatch)),
        ["PUT /provider-links/{link}/clients/{id}/tenant"] = new("Maps a client to a tenant, or with null to none.", Status: Nothing, Example: """{ "tenantId": "0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e" }"""),
        ["GET /provider-links/{link}/client-groups"] = new("Lists groups of clients, with how many clients each has.", typeof(Page<ClientGroupView>)),
        ["PUT /provider-links/{link}/client-groups/{group}/tenant"] = new("Maps all clients of a group to a tenant, or with null to none.", typeof(ClientGroupMapping), Example: """{ "tenantId": "0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e" }"""),
        ["POST /provider-links/{link}/agents/versions"] = new("Begins to ask which agent versions the mapped clients should have.", typeof(AcceptedRun), Accepted),
        ["POST /provider-links/{link}/agents/sync"] = new("Begins to take over the agents of the mapped clients.", typeof(AcceptedRun), Accepted),
        ["GET /provider-links/{link}/webhook"] = new("Reads how requests from outside are checked.", typeof(WebhookView), HasStamp: true),
        ["PUT /provider-links/{link}/webhook"] = new("Changes how requests from outside are checked.", typeof(WebhookView), IsEdit: true, HasStamp: true),
        ["POST /provider-links/{link}/webhook/keys"] = new("Adds a key; its text is shown this once.", typeof(WebhookKeyView), Created),
        ["DELETE /provider-links/{link}/webhook/keys/{id}"] = new("Revokes a key.", Status: Nothing),
    };
}
