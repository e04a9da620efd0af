using Immy.Typed.Server.Installers;

namespace Immy.Typed.Server.Tests.Installers;

/// <summary>Names under which installers are saved.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("agent.msi", "https://acme.example/x", "agent.msi")]
    [InlineData("../../etc/agent.msi", "https://acme.example/x", "agent.msi")]
    [InlineData("C:\\Windows\\agent.msi", "https://acme.example/x", "agent.msi")]
    [InlineData("a\r\nb\0\"<>|*?.msi", "https://acme.example/x", "ab.msi")]
    [InlineData(" .. ", "https://acme.example/files/agent%20x64.msi?key=1", "agent x64.msi")]
    [InlineData(null, "https://acme.example/a%2Fb/%2e%2e%5Cagent.exe", "agent.exe")]
    [InlineData(null, "https://acme.example/", "installer")]
    [InlineData("con.msi", "https://acme.example/x", "_con.msi")]
    [InlineData("Überall.msi", "https://acme.example/x", "Überall.msi")]
    public void A_name_leads_into_no_folder_and_every_system_takes_it(string? said, string url, string expected) => Assert.Equal(expected, InstallerFileName.Of(said, url));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.Equal(new string('a', 146) + ".msi", InstallerFileName.Of(new string('a', 400) + ".msi", "https://acme.example/x"));
}
