namespace Immy.Typed.Server.Computers;

/// <summary>The configuration section <c>Server:Endpoint</c>: how scripts of <c>Invoke-ImmyCommand</c> run.</summary>
internal sealed class EndpointOptions
{
    /// <summary>The program <c>pwsh</c>, or the file <c>pwsh.dll</c>; found in <c>PATH</c> by default.</summary>
    public string Pwsh { get; set; } = "pwsh";
}
