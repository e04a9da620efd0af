using System.Management.Automation.Language;
using Immy.Typed.Sessions.Engine;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>What goes through internals of the engine: a new engine version that changes one of them fails here first.</summary>
public sealed class EngineInternalsTests
{
    [Fact]
    public void The_engines_core_types_can_be_added_to() => CoreTypeTable.Allow([typeof(Math)]);

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
    [InlineData("{ { [pscustomobject] @{ a = [pscustomobject]@{ b = 1 } } } }", "{ { [immyr][ordered] @{ a = [immyr][ordered]@{ b = 1 } } } }")]
    public void Record_literals_keep_every_position(string script, string run)
    {
        var ast = RecordSyntax.Parse(script, "x.ps1", out var errors);

        Assert.Empty(errors);
        Assert.Equal(run, ast.Extent.Text);
        Assert.Equal(script.Length, run.Length);
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
