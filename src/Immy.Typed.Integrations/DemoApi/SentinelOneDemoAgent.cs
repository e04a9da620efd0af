namespace Immy.Typed.Integrations.DemoApi;

/// <summary>An agent on one computer, as the API writes it.</summary>
/// <param name="Id">The console's number for it, 18 digits as text.</param>
/// <param name="Uuid">The id that the agent itself knows: 32 hexadecimal digits.</param>
/// <param name="ComputerName">The computer's name.</param>
/// <param name="SerialNumber">The computer's serial number.</param>
/// <param name="OsName">Such as <c>Windows 11 Pro</c>.</param>
/// <param name="OsType">Such as <c>windows</c>.</param>
/// <param name="MachineType">Such as <c>laptop</c>.</param>
/// <param name="ModelName">Manufacturer and model, such as <c>Dell Inc. - Latitude 5440</c>.</param>
/// <param name="SiteId">The site's id.</param>
/// <param name="SiteName">The site's name.</param>
/// <param name="IsActive">Whether the agent is in touch with the console.</param>
/// <param name="NetworkStatus">Such as <c>connected</c>.</param>
/// <param name="AgentVersion">Four numbers with dots.</param>
/// <param name="IsUpToDate">Whether that is the latest version.</param>
/// <param name="IsDecommissioned">Whether the agent was retired.</param>
/// <param name="Infected">Whether it has unresolved threats.</param>
/// <param name="LastActiveDate">When it was last in touch.</param>
public sealed record SentinelOneDemoAgent(
    string Id,
    string Uuid,
    string ComputerName,
    string SerialNumber,
    string OsName,
    string OsType,
    string MachineType,
    string ModelName,
    string SiteId,
    string SiteName,
    bool IsActive,
    string NetworkStatus,
    string AgentVersion,
    bool IsUpToDate,
    bool IsDecommissioned,
    bool Infected,
    DateTime LastActiveDate);
