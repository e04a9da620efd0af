namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of commands: what reaches the machine is not there, under whatever name.</summary>
public sealed class MachineCommandEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("Get-Content SECRET", "IMMY116: Get-Content reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Set-Content MARKER x", "IMMY116: Set-Content reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Start-Process touch MARKER", "IMMY116: Start-Process reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Get-Process", "IMMY116: Get-Process reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Get-Service", "IMMY116: Get-Service reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Start-Job { 1 }", "IMMY116: Start-Job reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Start-ThreadJob { 1 }", "IMMY116: Start-ThreadJob reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Invoke-Command { 1 }", "IMMY116: Invoke-Command reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("New-PSSession localhost", "IMMY116: New-PSSession reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Get-ChildItem Env:", "IMMY116: Get-ChildItem reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Get-ChildItem Cert:", "IMMY116: Get-ChildItem reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Add-Type 'public class A { }'", "IMMY116: Add-Type reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Trace-Command -Name * -Expression { 1 } -FilePath MARKER", "IMMY116: Trace-Command reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Set-ExecutionPolicy Bypass", "IMMY116: Set-ExecutionPolicy reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Enter-PSHostProcess 1", "IMMY116: Enter-PSHostProcess reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Invoke-History 1", "IMMY114: 'Invoke-History' is not a command.")]
    public async Task A_command_that_is_named_is_refused_before_the_script_serves(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("& ('Get-' + 'Content') 'SECRET'", Refused.OnTheComputer)]
    [InlineData("& ('Start-' + 'Process') touch MARKER", Refused.OnTheComputer)]
    [InlineData("$p = 'Start-' + 'Process'; & $p touch MARKER", Refused.OnTheComputer)]
    [InlineData("Set-Alias Go Start-Process; Go touch MARKER", Refused.OnTheComputer)]
    [InlineData("& ('Add-' + 'Type') 'public class A { }'", Refused.OnTheComputer)]
    [InlineData("& ('Set-' + 'PSBreakpoint') -Command Get-Date", Refused.OnTheComputer)]
    [InlineData("& ('Microsoft.PowerShell.Utility\\Add-' + 'Type') 'public class A { }'", Refused.NoCommand)]
    [InlineData("& ('Microsoft.PowerShell.Utility\\Invoke-' + 'Expression') 1", Refused.NoCommand)]
    [InlineData("& (Get-Command -Name ('Start-' + 'Process'))", Refused.NoCommand + ",Microsoft.PowerShell.Commands.GetCommandCommand")]
    public async Task A_command_whose_name_is_made_while_the_script_runs_is_refused_then(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("& 'touch' 'MARKER'", Refused.OnTheComputer)]
    [InlineData("/bin/touch 'MARKER'", Refused.OnTheComputer)]
    [InlineData("& '/bin/touch' 'MARKER'", Refused.OnTheComputer)]
    [InlineData(". 'SECRET'", Refused.OnTheComputer)]
    [InlineData("& 'SECRET'", Refused.OnTheComputer)]
    [InlineData("New-Alias Go /bin/touch; Go 'MARKER'", "ProviderNotFound")]
    [InlineData("& (Get-Command touch)", Refused.NoCommand + ",Immy.Typed.Cmdlets.Standard.GetSessionCommand")]
    [InlineData("@(Get-Command SECRET -ErrorAction SilentlyContinue).Count", "wrote: 0")]
    [InlineData("@(Get-Command * -CommandType Application).Count", "wrote: 0")]
    [InlineData("& { 1 } &", "IMMY129: '&' behind a statement starts another process for it, which a script has no part in.")]
    [InlineData("1 && 2 &", "IMMY129: '&' behind a statement starts another process for it, which a script has no part in.")]
    public async Task No_program_and_no_script_file_runs(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
