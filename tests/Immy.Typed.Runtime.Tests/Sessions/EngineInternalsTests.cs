using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Engine;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>What goes through internals of the engine: a new engine version that changes one of them fails here first.</summary>
public sealed class EngineInternalsTests
{
    [Fact]
    public void The_engines_core_types_can_be_added_to() => CoreTypeTable.Set([typeof(Math)], []);

    [Fact]
    public void The_engines_short_names_can_be_added_to()
    {
        AcceleratorTable.Add([new("immytestname", typeof(EngineInternalsTests)), new("string", typeof(int))]);

        Assert.Equal(typeof(EngineInternalsTests), new TypeName(Nowhere(), "immytestname").GetReflectionType());
        Assert.Equal(typeof(string), new TypeName(Nowhere(), "string").GetReflectionType());
    }

    [Theory]
    [InlineData("$x = [pscustomobject]@{ a = 1 } | Sort-Object", "$x = [immyr][ordered]@{ a = 1 } | Sort-Object")]
    [InlineData("[PSCustomObject][ordered]@{ a = 1 }", "[immyr]         [ordered]@{ a = 1 }")]
    [InlineData("'[pscustomobject]@{ }'; [pscustomobject]$x", "'[pscustomobject]@{ }'; [immyr]         $x")]
    [InlineData("[pscustomobject]$x = 1; function f([pscustomobject]$y) { }", "[pscustomobject]$x = 1; function f([pscustomobject]$y) { }")]
    [InlineData("[XML]$x = [xml]'<a/>'; $y -is [xml]; $z -as [xml]", "[imx]$x = [imx]'<a/>'; $y -is [xml]; $z -as [imx]")]
    [InlineData("param([xml]$x) [xml]::new(); '[xml]'; [xml[]]$y", "param([imx]$x) [imx]::new(); '[xml]'; [xml[]]$y")]
    [InlineData("{ { [pscustomobject] @{ a = [pscustomobject]@{ b = 1 } } } }", "{ { [immyr][ordered] @{ a = [immyr][ordered]@{ b = 1 } } } }")]
    public void Record_literals_keep_every_position(string script, string run)
    {
        var ast = RecordSyntax.Parse(script, "x.ps1", out var errors);

        Assert.Empty(errors);
        Assert.Equal(run, ast.Extent.Text);
        Assert.Equal(script.Length, run.Length);
    }

    [Theory]
    [InlineData("[xml]$x = [pscustomobject]@{ a = 1 }")]
    [InlineData("[pscustomobject][ordered]@{ a = [xml]'<a/>' }")]
    public void What_runs_elsewhere_is_the_author_s_text(string script) => Assert.Equal(script, RecordSyntax.Restore(RecordSyntax.Rewrite(script)));

    [Fact]
    public void The_engine_tells_what_is_on_its_list()
    {
        EnginePreparation.Once();
        Assert.True(CoreTypeTable.Contains(typeof(string[])));
        Assert.True(CoreTypeTable.Contains(typeof(DayOfWeek)));
        Assert.False(CoreTypeTable.Contains(typeof(FileInfo)));
        Assert.False(CoreTypeTable.Contains(typeof(System.Xml.XmlDocument)));
    }

    [Fact]
    public void The_engine_s_name_of_a_type_outlives_its_place_on_the_list()
    {
        EnginePreparation.Once();
        Assert.Equal(typeof(System.Xml.XmlDocument), new TypeName(Nowhere(), "xml").GetReflectionType());
    }

    [Fact]
    public void The_types_of_what_the_language_makes_are_found() => Assert.Equal(
        ["PSBoundParametersDictionary", "PSScriptCmdlet", "PSReference`1"],
        [ScriptObjectTypes.BoundParameters.Name, ScriptObjectTypes.ScriptCmdlet.Name, ScriptObjectTypes.ReferenceTo(typeof(int)).Name]);

    [Fact]
    public void A_record_keeps_the_order_of_its_entries()
        => Assert.Equal(["b", "a"], new RecordLiteral(new System.Collections.Specialized.OrderedDictionary { ["b"] = 1, ["a"] = 2 }).Properties.Select(static property => property.Name));

    [Fact]
    public void The_engine_tells_whether_a_variable_is_still_the_one_of_its_name()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.Create());
        runspace.Open();
        var variables = runspace.SessionStateProxy.PSVariable;
        variables.Set("removed", 1);
        variables.Set("kept", 1);
        var (removed, kept) = (variables.Get("removed"), variables.Get("kept"));

        variables.Set("kept", 2);
        variables.Remove("removed");

        Assert.True(VariableInternals.IsCurrent(kept));
        Assert.False(VariableInternals.IsCurrent(removed));
    }

    [Fact]
    public async Task The_engine_is_told_to_report_nothing_to_its_vendor()
    {
        await using var host = new TestHost();
        await host.LoadAsync(Scripts.With(""));

        Assert.Equal("1", Environment.GetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT"));
    }

    [Fact]
    public void A_session_has_no_room_for_commands_that_nobody_recalls()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.Create());
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        try
        {
            Assert.Equal(4096, CommandHistory.Room(runspace));
            CommandHistory.Shrink(runspace);
            Assert.Equal(1, CommandHistory.Room(runspace));
        }
        finally
        {
            Runspace.DefaultRunspace = null;
        }
    }

    [Fact]
    public void A_runspace_opens_with_the_very_state_that_it_was_given()
    {
        var state = InitialSessionState.Create();
        using var runspace = OwnState.CreateRunspace(new SessionHost(null!), state);
        runspace.Open();

        Assert.Same(state, runspace.InitialSessionState);
    }

    [Fact]
    public void Copies_of_a_script_are_blocks_of_their_own_with_one_syntax_tree()
    {
        var script = new SharedScript("'a'", "x.ps1", isConstrained: true);
        var (first, second) = (script.CreateBlock(), script.CreateBlock());

        Assert.NotSame(first, second);
        Assert.Same(script.Ast, first.Ast);
        Assert.Same(first.Ast, second.Ast);
    }

    [Fact]
    public void A_script_that_is_in_use_is_parsed_once()
    {
        var scripts = new SharedScripts();
        var script = scripts.Get("'a'", "x.ps1", isConstrained: true);

        Assert.Same(script, scripts.Get("'a'", "x.ps1", isConstrained: true));
        Assert.NotSame(script, scripts.Get("'a'", "y.ps1", isConstrained: true));
        Assert.NotSame(script, scripts.Get("'b'", "x.ps1", isConstrained: true));
        Assert.NotSame(script, scripts.Get("'a'", "x.ps1", isConstrained: false));
    }

    private static ScriptExtent Nowhere() => new ScriptExtent(new ScriptPosition("", 1, 1, ""), new ScriptPosition("", 1, 1, ""));
}
