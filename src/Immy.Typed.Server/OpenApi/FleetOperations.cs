using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.Installers;
using Immy.Typed.Server.Maintenance;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage.Paging;
using Immy.Typed.Server.SupportTickets;
using Immy.Typed.Server.Tenants;

namespace Immy.Typed.Server.OpenApi;

/// <summary>Operations about tenants, computers, and what is done to them.</summary>
internal static class FleetOperations
{
    private const int Created = StatusCodes.Status201Created;
    private const int Nothing = StatusCodes.Status204NoContent;
    private const int Accepted = StatusCodes.Status202Accepted;

    public static IReadOnlyDictionary<string, ApiOperation> All { get; } = new Dictionary<string, ApiOperation>
    {
        ["GET /tenants"] = new("Lists tenants by name.", typeof(Page<TenantView>)),
        ["POST /tenants"] = new("Makes a tenant.", typeof(TenantView), Created, Example: """{ "name": "Contoso" }"""),
        ["GET /provider-links/{link}/agents"] = new("Lists the agents of a provider link.", typeof(Page<AgentView>)),
        ["GET /agents"] = new("Lists agents.", typeof(Page<AgentView>)),
        ["GET /agents/{id}"] = new("Reads an agent.", typeof(AgentView)),
        ["GET /agents/{id}/url"] = new("Gives the agent's address in the vendor's console.", typeof(AgentUrl)),
        ["PUT /agents/{id}/computer"] = new("Links an agent with a computer by hand.", typeof(AgentView)),
        ["DELETE /agents/{id}"] = new("Deletes an agent that is offline in the remote system.", Status: Nothing),
        ["GET /computers"] = new("Lists computers by name.", typeof(Page<ComputerView>)),
        ["GET /computers/{id}"] = new("Reads a computer.", typeof(ComputerView), HasStamp: true),
        ["POST /computers"] = new("Makes a computer.", typeof(ComputerView), Created, HasStamp: true),
        ["PUT /computers/{id}"] = new("Changes a computer.", typeof(ComputerView), IsEdit: true, HasStamp: true),
        ["DELETE /computers/{id}"] = new("Deletes a computer.", Status: Nothing, IsEdit: true),
        ["POST /computers/{id}/inventory"] = new("Begins an inventory of a computer.", typeof(AcceptedRun), Accepted),
        ["POST /computers/{computer}/maintenance-sessions"] = new("Begins a maintenance session of a computer.", typeof(AcceptedSession), Accepted),
        ["GET /maintenance-sessions"] = new("Lists maintenance sessions, the newest first.", typeof(Page<MaintenanceSessionView>)),
        ["GET /maintenance-sessions/{id}"] = new("Reads a maintenance session with its actions.", typeof(MaintenanceSessionView)),
        ["POST /maintenance-sessions/{id}/run-again"] = new("Begins another session of the same computer.", typeof(AcceptedSession), Accepted),
        ["POST /maintenance-sessions/{id}/cancel"] = new("Stops a maintenance session.", typeof(AcceptedSession), Accepted),
        ["GET /software"] = new("Lists software by name.", typeof(Page<SoftwareView>)),
        ["GET /software/{id}"] = new("Reads software with its scripts.", typeof(SoftwareView), HasStamp: true),
        ["GET /software/{id}/versions"] = new("Lists the versions that the remote system offers.", typeof(IReadOnlyList<SoftwareVersionView>)),
        ["GET /software/{id}/versions/{version}/download"] = new("Downloads the installer of a version, with the login that the integration gives.", typeof(byte[]), ContentType: "application/octet-stream"),
        ["GET /software/{id}/install-script"] = new("Reads the script that installs software: its own, or the one that its provider link offers for a client.", typeof(InstallScriptView)),
        ["GET /provider-links/{link}/installer"] = new("Downloads the installer of the link's agent for a client.", typeof(byte[]), ContentType: "application/octet-stream"),
        ["GET /provider-links/{link}/installer/description"] = new("Says what would be downloaded, and from which host.", typeof(InstallerView)),
        ["POST /software"] = new("Makes software.", typeof(SoftwareView), Created, HasStamp: true),
        ["PUT /software/{id}"] = new("Changes software.", typeof(SoftwareView), IsEdit: true, HasStamp: true),
        ["DELETE /software/{id}"] = new("Deletes software.", Status: Nothing, IsEdit: true),
        ["GET /deployments"] = new("Lists deployments, the newest first.", typeof(Page<DeploymentView>)),
        ["GET /deployments/{id}"] = new("Reads a deployment.", typeof(DeploymentView), HasStamp: true),
        ["POST /deployments"] = new("Deploys software to a tenant or a computer.", typeof(DeploymentView), Created, HasStamp: true),
        ["PUT /deployments/{id}"] = new("Changes a deployment.", typeof(DeploymentView), IsEdit: true, HasStamp: true),
        ["DELETE /deployments/{id}"] = new("Deletes a deployment.", Status: Nothing, IsEdit: true),
        ["POST /support-tickets"] = new("Sends a support request to the integration that takes them. It is never sent twice.", typeof(SupportTicketView), Example: """{ "subject": "No backup since Monday", "notes": "The console shows no error.", "requesterEmail": "ada@contoso.com" }"""),
        ["GET /support-tickets/form"] = new("Reads the texts and options of the support request form.", typeof(SupportFormView)),
        ["GET /runs"] = new("Lists runs, the newest first.", typeof(Page<RunView>)),
        ["GET /runs/{id}"] = new("Reads a run.", typeof(RunView)),
        ["GET /runs/{id}/events"] = new("Follows the events of a run as server-sent events.", typeof(RunEventView), ContentType: "text/event-stream"),
        ["POST /runs/{id}/cancel"] = new("Stops a run.", typeof(AcceptedRun), Accepted),
    };
}
