namespace Immy.Typed.Server.Computers;

/// <summary>The configuration section <c>Server:Endpoint</c>: how scripts of <c>Invoke-ImmyCommand</c> run.</summary>
internal sealed class EndpointOptions
{
    /// <summary>The ways to a computer in the order in which they are tried; Agent alone where none is named.</summary>
    public IList<EndpointWay> Ways { get; } = [];

    /// <summary>The program <c>pwsh</c> of the way Local, or the file <c>pwsh.dll</c>; found in <c>PATH</c> by default.</summary>
    public string Pwsh { get; set; } = "pwsh";
}
