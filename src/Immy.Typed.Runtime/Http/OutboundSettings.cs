using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Immy.Typed.Http;

/// <summary>What one command asks of its HTTP client.</summary>
internal sealed record OutboundSettings
{
    public TransportKey Key { get; init; }

    public CookieContainer? Cookies { get; init; }

    public ICredentials? Credentials { get; init; }

    public X509CertificateCollection? Certificates { get; init; }

    /// <summary>How many redirects are followed; 0 for none.</summary>
    public int MaximumRedirects { get; init; }

    /// <summary>Headers that are for the first address alone: a redirect to another host loses them. Empty: a redirect loses Authorization, as .NET's own handler does it.</summary>
    public IReadOnlyCollection<string> OwnHeaders { get; init; } = [];

    /// <summary>How long the answer's headers may take.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;
}
