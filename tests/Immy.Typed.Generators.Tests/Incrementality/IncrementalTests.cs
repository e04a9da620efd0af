using Immy.Typed.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Incrementality;

/// <summary>An edit costs no more than what it touches.</summary>
public sealed class IncrementalTests
{
    private const string First = """
        using System.Threading.Tasks;
        using Immy.Typed;

        // A comment.
        /// <summary>The first.</summary>
        [Capability]
        public interface ISupportsFirst
        {
            /// <summary>Gets one.</summary>
            Task<string> Get(string id) => Task.FromResult("body");
        }
        """;

    private const string Second = """
        using System.Threading.Tasks;
        using Immy.Typed;

        /// <summary>The second.</summary>
        [Capability]
        public interface ISupportsSecond
        {
            /// <summary>Gets another.</summary>
            Task<string> Get(string id);
        }
        """;

    private const string Asking = """
        [assembly: Immy.Typed.GenerateCapability(typeof(Vendor.ISupportsVendorThings))]

        public class Unrelated
        {
            public int Method() => 1;
        }
        """;

    private const string List = "AcmeContractsCapabilities";

    [Theory]
    [InlineData(2, "=> 1;", "=> 2;")]
    [InlineData(2, "public int Method()", "public string Other() => \"x\"; public int Method()")]
    [InlineData(0, "// A comment.", "// Another comment.\n// And one more.")]
    [InlineData(0, "\"body\"", "\"another body\"")]
    [InlineData(0, "using Immy.Typed;", "using Immy.Typed;\n\n\n")]
    [InlineData(1, "/// <summary>The second.</summary>", "public interface IUnmarked { void M(); }\n/// <summary>The second.</summary>")]
    public void An_edit_that_changes_no_contract_leaves_every_step_and_output_as_it_was(int file, string old, string replacement)
    {
        var run = Begin().After(file, old, replacement);

        Assert.All(run.Steps, static step => AssertKept(step.Reason));
        Assert.All(run.Outputs.Values, AssertKept);
        Assert.Equal(4, run.Outputs.Count);
    }

    [Fact]
    public void A_new_file_leaves_every_step_and_output_as_it_was()
    {
        var run = Begin().AfterAdding("public class Another;");

        Assert.All(run.Steps, static step => AssertKept(step.Reason));
        Assert.All(run.Outputs.Values, AssertKept);
    }

    [Theory]
    [InlineData(0, "/// <summary>A base.</summary>", "/// <summary>Another text, which no block shows.</summary>", false)]
    [InlineData(0, "=> 1;", "=> 2;", false)]
    [InlineData(1, "// A part.", "// The other part.", false)]
    [InlineData(0, "int Count", "long Count", true)]
    [InlineData(1, "int Add();", "int Add(); int Take();", true)]
    public void An_edit_in_a_base_or_in_another_part_counts_where_it_changes_a_block(int file, string old, string replacement, bool changes)
    {
        var run = TrackedRun.First(
            "/// <summary>A base.</summary>\npublic interface IBase { int Count => 1; }",
            "// A part.\npublic partial interface ISupportsParts { int Add(); }",
            "[Immy.Typed.Capability] public partial interface ISupportsParts : IBase;",
            First).After(file, old, replacement);

        Assert.Equal(changes ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached, run.Outputs["ISupportsParts"]);
        AssertKept(run.Outputs["ISupportsFirst"]);
        AssertKept(run.Outputs[List]);
    }

    [Theory]
    [InlineData("string id", "string id, int count")]
    [InlineData("Task<string>", "Task<string?>")]
    [InlineData("Gets another.", "Gets another one.")]
    public void A_changed_contract_changes_its_own_output_only(string old, string replacement)
    {
        var run = Begin().After(1, old, replacement);

        Assert.Equal(IncrementalStepRunReason.Modified, run.Outputs["ISupportsSecond"]);
        Assert.All(run.Outputs.Where(static output => output.Key != "ISupportsSecond").Select(static output => output.Value), AssertKept);
        Assert.Equal(
            [(StepNames.Model, IncrementalStepRunReason.Modified), (StepNames.Declared, IncrementalStepRunReason.Modified)],
            run.Steps.Where(static step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)).Select(static step => (step.Step, step.Reason)));
    }

    [Fact]
    public void A_new_contract_changes_the_list_and_no_other_contract()
    {
        var run = Begin().AfterAdding("[Immy.Typed.Capability] public interface ISupportsThird;");

        Assert.Equal(IncrementalStepRunReason.New, run.Outputs["ISupportsThird"]);
        Assert.Equal(IncrementalStepRunReason.Modified, run.Outputs[List]);
        Assert.All(
            run.Outputs.Where(static output => output.Key is not ("ISupportsThird" or List)).Select(static output => output.Value),
            AssertKept);
    }

    [Fact]
    public void A_second_contract_of_one_name_takes_away_both_and_changes_no_other()
    {
        var run = Begin().AfterAdding("namespace Other { [Immy.Typed.Capability] public interface ISupportsFirst; }");

        Assert.Equal(IncrementalStepRunReason.Removed, run.Outputs["ISupportsFirst"]);
        Assert.Equal(IncrementalStepRunReason.Modified, run.Outputs[List]);
        Assert.All(
            run.Outputs.Where(static output => output.Key is not ("ISupportsFirst" or List)).Select(static output => output.Value),
            AssertKept);
    }

    [Fact]
    public void Steps_hold_plain_values_only()
    {
        var run = Begin();

        Assert.All(StepNames.All, name => Assert.Contains(run.Steps, step => step.Step == name));
        Assert.All(run.Steps, static step => Assert.Empty(PlainValues.Violations(step.Value)));
    }

    [Fact]
    public void A_symbol_would_be_found_inside_a_value()
    {
        var symbol = Sources.Compile(First).GetTypeByMetadataName("ISupportsFirst");

        Assert.Single(PlainValues.Violations(new[] { new KeyValuePair<string, object?>("held", symbol) }));
    }

    private static TrackedRun Begin()
    {
        var vendor = Sources.Compile(Sample.Read("Referenced")).WithAssemblyName("Vendor");
        return TrackedRun.First(Sources.Compile(First, Second, Asking).AddReferences(vendor.ToMetadataReference()));
    }

    private static void AssertKept(IncrementalStepRunReason reason)
        => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"The step was {reason}.");
}
