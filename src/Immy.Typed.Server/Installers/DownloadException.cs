namespace Immy.Typed.Server.Installers;

/// <summary>An installer is not to be had; the message says why, without secrets.</summary>
/// <param name="message">Why.</param>
/// <param name="status">The status that whoever asked is answered with.</param>
internal sealed class DownloadException(string message, int status = StatusCodes.Status502BadGateway) : Exception(message)
{
    /// <summary>The status that whoever asked is answered with.</summary>
    public int Status => status;
}
