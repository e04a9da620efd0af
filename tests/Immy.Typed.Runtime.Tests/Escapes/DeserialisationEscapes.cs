namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of deserialisation: text that names types, or carries expressions.</summary>
public sealed class DeserialisationEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    // CVE-2026-26143: Import-PowerShellDataFile -SkipLimitCheck evaluated dynamic expressions.
    [InlineData("Import-PowerShellDataFile SECRET -SkipLimitCheck", "IMMY116: Import-PowerShellDataFile reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("& ('Import-' + 'PowerShellDataFile') SECRET -SkipLimitCheck", Refused.OnTheComputer)]
    [InlineData("Import-LocalizedData -BaseDirectory / -FileName x", "IMMY116: Import-LocalizedData reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Import-Clixml SECRET", "IMMY116: Import-Clixml reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("& ('ConvertFrom-' + 'Clixml') '<Objs/>'", Refused.NoCommand)]
    [InlineData("& ('ConvertFrom-' + 'SddlString') 'x'", Refused.NoCommand)]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize('<Objs/>')", Refused.Method)]
    [InlineData("[System.Text.Json.JsonSerializer]::Deserialize('{}', [System.IO.FileInfo])", Refused.Method)]
    [InlineData("('{\"$type\":\"System.IO.FileInfo, System.Private.CoreLib\"}' | ConvertFrom-Json).psobject.TypeNames[0]", "wrote: System.Management.Automation.PSCustomObject")]
    [InlineData("('{\"a\":\"$(1 + 1)\"}' | ConvertFrom-Json -AsHashtable).a", "wrote: $(1 + 1)")]
    [InlineData("('[' * 5000) | ConvertFrom-Json", "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand")]
    [InlineData("[xml]('<a>' * 600 + '</a>' * 600)", "InvalidCastConstructorException")]
    [InlineData("(Select-Xml -Content '<a><b>1</b></a>' -XPath '//b').Node.InnerText", "wrote: 1")]
    [InlineData("([xml]'<a><b>1</b></a>' | Select-Xml -XPath '//b').Node.InnerText", "wrote: 1")]
    public async Task Text_becomes_data_only(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
