namespace Immy.Typed.Server.Runs;

/// <summary>What a run is.</summary>
internal enum RunKind
{
    /// <summary>One call of one script block.</summary>
    Block,

    /// <summary>Clients of the remote system are taken over.</summary>
    ClientSync,

    /// <summary>Agents of the remote system are taken over.</summary>
    AgentSync,

    /// <summary>The remote system is asked which agent versions clients should have.</summary>
    AgentVersions,

    /// <summary>Agents are linked to computers.</summary>
    Identification,

    /// <summary>An inventory of a computer.</summary>
    Inventory,

    /// <summary>A maintenance session of a computer.</summary>
    Maintenance,

    /// <summary>One action of a maintenance session.</summary>
    Action,

    /// <summary>A request from outside to a provider link.</summary>
    Webhook,

    /// <summary>A capability asked for over the API.</summary>
    Capability,

    /// <summary>A script on a computer, by way of an agent.</summary>
    Script,

    /// <summary>A connection that is tried without being saved.</summary>
    ConnectionTest,

    /// <summary>An installer is downloaded.</summary>
    Installer,

    /// <summary>A support request is sent to the integration that takes them.</summary>
    SupportTicket,
}
