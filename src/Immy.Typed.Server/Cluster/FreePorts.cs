using System.Net;
using System.Net.Sockets;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Cluster;

/// <summary>Free ports for the silos of a machine.</summary>
/// <remarks>
/// A silo binds its port seconds after it is chosen. So they come from below the range from which systems serve connections and listeners
/// that ask for any port, and no two silos of a process are given the same one.
/// </remarks>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static uint _last = (uint)Random.Shared.Next(Count);

    /// <summary>The next port that is free at an address.</summary>
    /// <exception cref="StartException">None is, or the address is not this machine's.</exception>
    public static int Next(IPAddress address) => Next(address, First, Count);

    /// <summary>The next that is free of some ports.</summary>
    public static int Next(IPAddress address, int first, int count)
    {
        for (var tried = 0; tried < count; tried++)
        {
            var port = first + (int)(Interlocked.Increment(ref _last) % count);
            if (IsFree(address, port))
            {
                return port;
            }
        }

        throw new StartException($"No port from {first} to {first + count - 1} is free at {address}. End a program that listens there; in a cluster, Server:Cluster:Port can name another port.");
    }

    /// <summary>The port that the configuration names.</summary>
    /// <exception cref="StartException">It is not free, or the address is not this machine's.</exception>
    public static int Named(IPAddress address, int port) => IsFree(address, port)
        ? port
        : throw new StartException($"Server:Cluster:Port is {port}, which is not free at {address}. End the program that listens there, or give another port; 0 takes a free one.");

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // Two may be bound to a port on Linux, but only one may listen.
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
        catch (SocketException other) when (other.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new StartException($"Server:Cluster:Address is {address}, which is no address of this machine. Write the IP address at which the other machines reach this one.");
        }
    }
}
