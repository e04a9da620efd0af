namespace Immy.Typed.Server.Agents;

/// <summary>How an agent stands.</summary>
internal enum AgentState
{
    /// <summary>It waits until it is known which computer it runs on.</summary>
    Pending,

    /// <summary>It waits for a person to say which computer it runs on.</summary>
    NeedsPerson,

    /// <summary>Its computer is known.</summary>
    Linked,

    /// <summary>The remote system does not list it any more.</summary>
    Gone,
}
