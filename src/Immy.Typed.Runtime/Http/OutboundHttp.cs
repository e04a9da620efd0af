using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Immy.Typed.Hosting;
using Immy.Typed.Secrets;
using Immy.Typed.Streams;

namespace Immy.Typed.Http;

/// <summary>
/// What an instance's scripts, or the host on their behalf, call the network through: connections are kept for all of
/// them, the host's policy holds for each request, and each is observed.
/// </summary>
/// <param name="policy">The host's policy.</param>
/// <param name="time">The clock.</param>
/// <param name="mask">Masks the secrets in what is observed.</param>
internal sealed class OutboundHttp(HttpPolicy policy, TimeProvider time, SecretMask mask) : IDisposable
{
    // A connection lives as long as that at most, so that a changed DNS entry is seen.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<TransportKey, Lazy<SocketsHttpHandler>> _transports = [];
    private readonly AddressGuard _guard = new(policy);

    /// <summary>A client for one command. It may be disposed; the connections stay.</summary>
    /// <param name="settings">What the command asks for.</param>
    /// <param name="sent">Hears of each request; null while a script is loaded.</param>
    public HttpClient Client(OutboundSettings settings, Action<OutboundRequest>? sent)
    {
        // Credentials and certificates stay with one client: a connection that was authenticated with them is not for others.
        var isShared = settings.Credentials is null && settings.Certificates is null;
        HttpMessageHandler handler = isShared
            ? new KeptHandler(_transports.GetOrAdd(settings.Key, static (key, http) => new(() => http.Transport(key)), this).Value)
            : Transport(settings.Key, settings.Credentials, settings.Certificates);
        handler = new ObservingHandler(handler, time, mask, sent);
        handler = new PolicyHandler(handler, _guard);
        if (settings.Cookies is not null)
        {
            handler = new CookieHandler(handler, settings.Cookies);
        }

        if (settings.MaximumRedirects > 0)
        {
            handler = new RedirectHandler(handler, settings.MaximumRedirects, settings.OwnHeaders);
        }

        return new HttpClient(handler) { Timeout = settings.Timeout };
    }

    public void Dispose()
    {
        foreach (var transport in _transports.Values)
        {
            transport.Value.Dispose();
        }
    }

    private SocketsHttpHandler Transport(TransportKey key, ICredentials? credentials = null, X509CertificateCollection? certificates = null)
    {
        var handler = new SocketsHttpHandler
        {
            // Redirects and cookies belong to a command, not to a connection, and the policy must see each hop.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
            UseProxy = !key.NoProxy,
            Credentials = credentials,
            ConnectCallback = _guard.IsNeeded ? (context, cancellationToken) => AddressGuard.ConnectAsync(context, !key.NoProxy, cancellationToken) : null,
        };
        handler.SslOptions.EnabledSslProtocols = key.Protocols;
        handler.SslOptions.ClientCertificates = certificates;
        if (key.SkipsCertificateCheck)
        {
#pragma warning disable CA5359 // The script says -SkipCertificateCheck, for a remote system with a certificate of its own.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }
}
