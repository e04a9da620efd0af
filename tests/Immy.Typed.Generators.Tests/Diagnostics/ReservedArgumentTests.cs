using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Generators.Parsing;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY016: parameters whose names PowerShell keeps for itself.</summary>
public sealed class ReservedArgumentTests
{
    public static TheoryData<string> ReadOnlyVariables => [.. ArgumentNames.OfReadOnlyVariables];

    public static TheoryData<string> Preferences => [.. ArgumentNames.OfPreferences];

    public static TheoryData<string> CommonParameters => [.. ReservedNames.OfCommonParameters.Except(["UseTransaction", "usetx"])];

    [Theory]
    [InlineData("host", "host", "the variable $host, which cannot be assigned")]
    [InlineData("PID", "PID", "the variable $PID, which cannot be assigned")]
    [InlineData("@null", "null", "the variable $null, which cannot be assigned")]
    [InlineData("input", "input", "the variable $input, which PowerShell itself fills")]
    [InlineData("_", "_", "the variable $_, which PowerShell itself fills")]
    [InlineData("errorActionPreference", "errorActionPreference", "the variable $errorActionPreference, which sets how PowerShell runs the block")]
    [InlineData("verbose", "verbose", "PowerShell's common parameter -verbose")]
    [InlineData("ev", "ev", "an alias of PowerShell's common parameter -ErrorVariable")]
    public async Task A_name_that_is_kept_is_told_at_the_parameter(string name, string shown, string meaning)
        => await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public interface IBroken
            {
                Task Set(string fine, string [|{{name}}|], CancellationToken cancellationToken);
            }
            """,
            "IMMY016",
            $"Parameter '{shown}' of IBroken.Set has a name that a script block cannot use for its own: it is {meaning}. Rename the parameter.");

    [Theory]
    [InlineData("string error, string @this, string PSCmdlet, string @event, string sender, string name, string interface_")]
    [InlineData("[BlockArguments] IReadOnlyDictionary<string, object?> args")]
    [InlineData("CancellationToken host")]
    public async Task A_name_that_a_block_can_declare_is_not_told(string parameters)
        => await Analysis.AcceptsAsync($"[Capability] public interface IHealthy {{ Task Set({parameters}); }}");

    [Theory]
    [MemberData(nameof(ReadOnlyVariables))]
    public void A_read_only_variable_is_one_in_the_engine(string name)
        => Assert.Equal($"Cannot overwrite variable {name} because it is read-only or constant.", Call($"param(${name}) ${name}", name));

    [Theory]
    [InlineData("_", "1 | & { process { $_ } }")]
    [InlineData("PSItem", "1 | & { process { $PSItem } }")]
    [InlineData("args", "$args")]
    [InlineData("foreach", "foreach ($i in 1) { \"$foreach\" }")]
    [InlineData("input", "$input")]
    [InlineData("Matches", "$null = 'a' -match 'a'; $Matches[0]")]
    [InlineData("MyInvocation", "\"$MyInvocation\"")]
    [InlineData("PSBoundParameters", "\"$PSBoundParameters\"")]
    [InlineData("switch", "switch (1) { 1 { \"$switch\" } }")]
    public void An_automatic_variable_does_not_keep_its_argument_in_the_engine(string name, string body)
    {
        Assert.Contains(name, ArgumentNames.OfAutomaticVariables);
        Assert.NotEqual("value", Call($"param(${name}) {body}", name));
    }

    [Fact]
    public void Every_automatic_variable_is_tried()
        => Assert.Equal(9, ArgumentNames.OfAutomaticVariables.Count());

    [Theory]
    [MemberData(nameof(Preferences))]
    public void A_preference_is_a_variable_of_the_engine(string name)
        => Assert.Contains(InitialSessionState.CreateDefault2().Variables, variable => variable.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(CommonParameters))]
    public void A_block_with_common_parameters_cannot_declare_one_of_them_in_the_engine(string name)
        => Assert.Contains(name, Call($"[CmdletBinding(SupportsShouldProcess)] param(${name}) ${name}", name), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("error")]
    [InlineData("this")]
    [InlineData("event")]
    [InlineData("class")]
    [InlineData("größe")]
    [InlineData("名前")]
    public void A_name_that_is_not_told_keeps_its_argument_in_the_engine(string name)
        => Assert.Equal("value", Call($"param(${name}) ${name}", name));

    /// <summary>What a block gives that is called with the argument <c>value</c>, or the error.</summary>
    private static string Call(string block, string name)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.Create());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.FullLanguage;
        shell.AddScript("param($block, $arguments) & $block @arguments", useLocalScope: true)
            .AddArgument(ScriptBlock.Create(block))
            .AddArgument(new Hashtable { [name] = "value" });
        try
        {
            var output = shell.Invoke();
            return shell.HadErrors ? shell.Streams.Error[0].Exception.Message : string.Join(',', output.Select(static item => item?.ToString()));
        }
        catch (RuntimeException exception)
        {
            return exception.Message;
        }
    }
}
