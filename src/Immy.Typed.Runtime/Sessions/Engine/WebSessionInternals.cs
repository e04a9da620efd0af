using System.Runtime.CompilerServices;
using System.Security.Authentication;
using Immy.Typed.Http;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// The client and the settings that a web session of PowerShell keeps to itself. They are private: this is the only
/// place that reaches for them, and a test fails when a new engine version moves them.
/// </summary>
internal static class WebSessionInternals
{
    /// <summary>What decides about connections.</summary>
    public static TransportKey KeyOf(WebRequestSession session) => new(NoProxy(session), SkipCertificateCheck(session), (SslProtocols)Protocol(session));

    public static TimeSpan TimeoutOf(WebRequestSession session) => ConnectionTimeout(session);

    /// <summary>Puts a client in the place of the session's own, so that the command finds it there.</summary>
    public static void Replace(WebRequestSession session, bool isRedirectedByCommand, HttpClient client)
    {
        // Asked once, the session settles whether redirects are its client's business; asked again, it changes nothing.
        GetHttpClient(session, isRedirectedByCommand, out _).Dispose();
        Client(session) = client;
        if (GetHttpClient(session, isRedirectedByCommand, out _) != client)
        {
            throw new InvalidOperationException("PowerShell's web session did not keep the host's HTTP client. Use the engine version that Immy.Typed was built with.");
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetHttpClient")]
    private static extern HttpClient GetHttpClient(WebRequestSession session, bool suppressHttpClientRedirects, out bool clientWasReset);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_client")]
    private static extern ref HttpClient? Client(WebRequestSession session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_noProxy")]
    private static extern ref bool NoProxy(WebRequestSession session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_skipCertificateCheck")]
    private static extern ref bool SkipCertificateCheck(WebRequestSession session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_sslProtocol")]
    private static extern ref WebSslProtocol Protocol(WebRequestSession session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_connectionTimeout")]
    private static extern ref TimeSpan ConnectionTimeout(WebRequestSession session);
}
