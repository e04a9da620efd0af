using System.Net;
using System.Net.Sockets;
using Immy.Typed.Hosting;
using Immy.Typed.Problems;

namespace Immy.Typed.Http;

/// <summary>Holds the host's policy about addresses. What is connected to is the very address that was checked.</summary>
internal sealed class AddressGuard(HttpPolicy policy)
{
    /// <summary>Whether connections have to be made by <see cref="ConnectAsync"/>.</summary>
    public bool IsNeeded => policy.ForbidPrivateAddresses;

    /// <summary>Checks the host's name, and where a proxy will make the connection, its addresses.</summary>
    /// <exception cref="HttpRequestException">It is not allowed; a <see cref="ProblemException"/> inside says why.</exception>
    public async Task CheckAsync(Uri address, CancellationToken cancellationToken)
    {
        if (policy.AllowedHosts.Count > 0 && !policy.AllowedHosts.Any(allowed => HostPattern.Matches(allowed, address.IdnHost)))
        {
            throw Refused(HttpProblems.HostNotAllowed(address.IdnHost, policy.AllowedHosts));
        }

        if (policy.ForbidPrivateAddresses && ProxyOf(address) is not null)
        {
            await PublicAddressesAsync(address.IdnHost, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Connects to a public address of the host, or to the proxy that the operating system names.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool usesProxy, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var isProxy = usesProxy && ProxyOf(context.InitialRequestMessage.RequestUri!) is { } proxy && proxy.IdnHost == end.Host && proxy.Port == end.Port;
        var addresses = isProxy
            ? await Dns.GetHostAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false)
            : await PublicAddressesAsync(end.Host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> PublicAddressesAsync(string host, CancellationToken cancellationToken)
    {
        var all = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. all.Where(static address => !PrivateNetworks.Contain(address))];
        return allowed.Length > 0 || all.Length == 0 ? allowed : throw Refused(HttpProblems.PrivateAddress(host, all[0]));
    }

    private static Uri? ProxyOf(Uri address) => HttpClient.DefaultProxy.IsBypassed(address) ? null : HttpClient.DefaultProxy.GetProxy(address);

    private static HttpRequestException Refused(ScriptProblem problem)
    {
        var reason = new ProblemException(problem);
        return new HttpRequestException(reason.Message, reason);
    }
}
