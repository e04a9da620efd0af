using System.Net;
using System.Net.Sockets;
using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Tests.Cluster;

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
    public void A_port_that_is_taken_is_passed_over()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, FreePorts.Next(IPAddress.Loopback)));
        taken.Listen(1);
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        // Once around all of them.
        Assert.DoesNotContain(port, Enumerable.Range(0, 12_000).Select(static _ => FreePorts.Next(IPAddress.Loopback)));
    }

    [Fact]
    public void An_address_of_another_machine_is_told_with_its_setting()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        var refused = Assert.Throws<StartException>(static () => FreePorts.Next(IPAddress.Parse("192.0.2.7")));

        Assert.Equal("Server:Cluster:Address is 192.0.2.7, which is no address of this machine. Write the IP address at which the other machines reach this one.", refused.Message);
    }
}
