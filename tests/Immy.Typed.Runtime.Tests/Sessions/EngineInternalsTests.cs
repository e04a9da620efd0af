using System.Management.Automation.Language;
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

    private static ScriptExtent Nowhere() => new ScriptExtent(new ScriptPosition("", 1, 1, ""), new ScriptPosition("", 1, 1, ""));
}
