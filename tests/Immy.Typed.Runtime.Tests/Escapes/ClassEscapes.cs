using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>Declarations that the parser refuses: of what follows from such a declaration the first problem tells.</summary>
public sealed class ClassEscapes
{
    [Theory]
    [InlineData("class Attempt { [string] $Name }", "Test.ps1(1,1): error IMMY128: A script defines no classes: the language of integrations has none. Write [pscustomobject]@{ ... } for what the class holds, and functions for what it does; an enum may stay.")]
    [InlineData("class Attempt : System.IO.FileInfo { }", "Test.ps1(1,1): error IMMY128: A script defines no classes: the language of integrations has none. Write [pscustomobject]@{ ... } for what the class holds, and functions for what it does; an enum may stay.")]
    [InlineData("configuration Attempt { }", "Test.ps1(1,1): error IMMY101: Configuration keyword is not allowed in constrainedLanguage mode. Mend the syntax: nothing of the script has run.")]
    [InlineData("using namespace System\n[Environment]::CommandLine", "Test.ps1(2,1): error IMMY123: [Environment]::CommandLine is refused: [Environment] is not on the list of types that scripts may use. Use a command, or one of the types that docs/isolation.md names.")]
    [InlineData("using namespace System.Diagnostics\n[Process]::EnterDebugMode()", "Test.ps1(2,1): error IMMY112: The script fails while it is loaded: Cannot invoke method. Method invocation is supported only on core types in this language mode. Mend it, or move work that needs the remote system into a block.")]
    [InlineData("using namespace System.Globalization\n[CultureInfo]::CurrentCulture = 'de-DE'", "Test.ps1(2,1): error IMMY124: [CultureInfo]::CurrentCulture cannot be set: it belongs to the whole process, not to this script. Pass the value to the command or method that needs it.")]
    [InlineData("$t = [type]'Environment'\n$t::CommandLine", "Test.ps1(2,1): error IMMY125: '$t::CommandLine' is refused: its type is known only when the script runs. Write the type itself in front of '::', such as [Math]::Max.")]
    public async Task A_declaration_is_refused(string declaration, string problem)
    {
        using var canary = new Canary();
        await using var host = new TestHost();

        var problems = await host.RefusedAsync(declaration + "\n" + Scripts.With(""));

        Assert.Equal(problem, problems[0]);
        canary.AssertUntouched();
    }

    [Theory]
    [InlineData("using module Attempt")]
    [InlineData("using assembly Attempt.dll")]
    public async Task Nothing_of_the_machine_is_used(string declaration)
    {
        using var canary = new Canary();
        await using var host = new TestHost();

        var exception = await Assert.ThrowsAsync<IntegrationLoadException>(() => host.LoadAsync(declaration + "\n" + Scripts.With(""), ModuleLibrary.Empty.With("Attempt", "function Get-Attempt { }")));

        Assert.Equal("IMMY101", exception.Problems[0].Id);
        canary.AssertUntouched();
    }

    [Fact]
    public async Task Required_modules_are_not_looked_for()
    {
        using var canary = new Canary();
        await using var host = new TestHost();
        var integration = await host.LoadAsync("#requires -Modules Attempt\n" + Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", Refused.Mode));

        Assert.Equal("ConstrainedLanguage", await integration.TokenAsync());
        canary.AssertUntouched();
    }

    [Fact]
    public async Task A_refused_parameter_is_named_with_its_line_and_its_mend()
    {
        await using var host = new TestHost();
        Assert.Equal(
            ["Test.ps1(3,30): error IMMY122: Invoke-RestMethod -OutFile is refused: it writes a file of the machine that it runs on. Run it on the computer: Invoke-ImmyCommand { Invoke-RestMethod -OutFile ... }."],
            await host.RefusedAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Invoke-RestMethod https://h/ -OutFile x")));
    }
}
