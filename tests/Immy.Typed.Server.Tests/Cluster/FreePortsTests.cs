using System.Net;
using System.Net.Sockets;
using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Cluster;

/// <summary>The ports of silos, and what is said of one that cannot be had.</summary>
public sealed class FreePortsTests
{
    [Fact]
    public void No_two_silos_of_a_process_get_the_same_port_though_neither_has_bound_it_yet()
    {
        var ports = Enumerable.Range(0, 500).Select(static _ => FreePorts.Next(IPAddress.Loopback)).ToList();
        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, static port => Assert.InRange(port, 20_000, 31_999));
    }

    [Fact]
    public void A_port_that_is_taken_is_passed_over_until_there_is_none()
    {
        using var taken = ListenOn(FreePorts.Next(IPAddress.Loopback));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        var refused = Assert.Throws<StartException>(() => FreePorts.Next(IPAddress.Loopback, port, 1));

        Assert.Equal($"No port from {port} to {port} is free at 127.0.0.1. End a program that listens there; in a cluster, Server:Cluster:Port can name another port.", refused.Message);
        taken.Dispose();
        Assert.Equal(port, FreePorts.Next(IPAddress.Loopback, port, 1));
    }

    [Fact]
    public async Task A_cluster_does_not_start_at_a_port_that_is_taken_and_says_so_in_a_line()
    {
        using var taken = ListenOn(FreePorts.Next(IPAddress.Loopback));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;

        var exit = await ServerExit.OfAsync(
            "--Server:DataFolder", folder, "--Server:KeyFolder", folder, "--Server:Database", "Host=127.0.0.1;Database=none", "--Server:Cluster:IsOn", "true", "--Server:Cluster:Port", $"{port}");

        Assert.Equal((2, $"Server:Cluster:Port is {port}, which is not free at 127.0.0.1. End the program that listens there, or give another port; 0 takes a free one."), (exit.Code, exit.Errors.Trim()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_address_of_another_machine_is_told_with_its_setting()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        var refused = Assert.Throws<StartException>(static () => FreePorts.Next(IPAddress.Parse("192.0.2.7")));

        Assert.Equal("Server:Cluster:Address is 192.0.2.7, which is no address of this machine. Write the IP address at which the other machines reach this one.", refused.Message);
    }

    private static Socket ListenOn(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        socket.Listen(1);
        return socket;
    }
}
