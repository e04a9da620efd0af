namespace Immy.Typed.Server.Computers;

/// <summary>A way to run scripts on computers.</summary>
internal enum EndpointWay
{
    /// <summary>By the remote system whose agent runs on the computer.</summary>
    Agent,

    /// <summary>In pwsh on the server's own machine, whatever computer is meant: for trying things out, and for tests.</summary>
    Local,
}
