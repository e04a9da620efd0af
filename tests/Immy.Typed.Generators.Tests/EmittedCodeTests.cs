using System.Management.Automation;
using System.Reflection;
using Immy.Typed.Adapters;
using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests;

/// <summary>What the generator writes does what the interface says when it runs.</summary>
public sealed class EmittedCodeTests
{
    private static EmittedAssembly Emitted { get; } = EmittedAssembly.Of(Generation.Of(Sample.Sources));
    private static string[] Two { get; } = ["one", "two"];

    [Theory]
    [InlineData("Scalar", "one", "two")]
    [InlineData("Number", 3, 1)]
    [InlineData("Word", "one", "default")]
    [InlineData("get_Seconds", 3, 30)]
    public async Task An_optional_block_runs_where_the_script_gave_it_and_else_the_default_does(string block, object given, object otherwise)
    {
        Assert.Equal(given, await Call("ISupportsExtras", block, new RecordingInvoker(block) { Answer = given }));
        Assert.Equal(otherwise, await Call("ISupportsExtras", block, new RecordingInvoker { Answer = "two" }));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Silence")]
    public async Task An_optional_block_that_owes_nothing_runs_only_where_the_script_gave_it(string block)
    {
        var with = new RecordingInvoker(block);
        var without = new RecordingInvoker();

        Assert.Null(await Call("ISupportsExtras", block, with));
        Assert.Null(await Call("ISupportsExtras", block, without));

        Assert.Equal([block + "()"], with.Calls);
        Assert.Empty(without.Calls);
    }

    [Theory]
    [InlineData("ISupportsExtras", "Stream")]
    [InlineData("ISupportsExtras", "Collected")]
    [InlineData("ISupportsEveryCarrier", "Sequence")]
    [InlineData("ISupportsEveryCarrier", "TaskOfArray")]
    [InlineData("ISupportsEveryCarrier", "TaskOfList")]
    [InlineData("ISupportsEveryCarrier", "ValueTaskOfCollection")]
    [InlineData("ISupportsSelfDescription", "get_Languages")]
    public async Task A_list_reaches_the_caller_object_by_object(string capability, string block)
    {
        var result = await Call(capability, block, new RecordingInvoker(block) { Answer = Two });

        Assert.Equal(
            Two,
            await Assert.IsAssignableFrom<IAsyncEnumerable<object?>>(result).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_passes_its_arguments_in_order_and_its_token_beside_them()
    {
        using var cancellation = new CancellationTokenSource();
        var invoker = new RecordingInvoker { Answer = 1.5m };
        var prices = Emitted["ISupportsPrices"];

        var price = await prices.FindBlock("getprice")!.Call(prices.CreateAdapter(invoker), ["A1", null, 3, "note"], cancellation.Token);

        Assert.Equal(1.5m, price);
        Assert.Equal(["GetPrice(A1, null, 3, note)"], invoker.Calls);
        Assert.Equal(cancellation.Token, invoker.Token);
    }

    [Fact]
    public async Task A_call_through_the_shim_reaches_the_adapter()
    {
        var invoker = new RecordingInvoker { Answer = "hello" };
        var capability = Emitted["ISupportsNoNamespace"];
        var holder = new Holder(capability, invoker);

        Assert.True(capability.Interface.IsInstanceOfType(holder));
        Assert.Equal("hello", await capability.Blocks[0].Call(holder, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Default_values_are_those_of_the_contract()
        => Assert.Equal(
            [
                "Dark", "Bright", null, null, "a \"quoted\"\r\n\ttext \\ 'ü'", '\'', -5, -5_000_000_000, ulong.MaxValue, (byte)7,
                79228162514264337593543950.335m, 1.5e-7, 0.5f, double.NaN, float.NegativeInfinity, true, default(DateTime), null,
            ],
            Emitted["ISupportsDefaults"].Blocks[0].Parameters
                .Select(static parameter => parameter.DefaultValue is Enum name ? name.ToString() : parameter.DefaultValue));

    [Fact]
    public void A_block_without_documentation_makes_a_parameter_that_the_engine_can_read()
    {
        var parameter = Assert.Single(Parameters("IUndocumented").GetProperty("Count")!.GetCustomAttributes<ParameterAttribute>());

        Assert.True(parameter.Mandatory);
        Assert.Null(parameter.HelpMessage);
    }

    [Fact]
    public void A_documented_block_makes_a_parameter_with_help_that_is_mandatory_unless_there_is_a_default()
    {
        var needed = Parameters("ISupportsExtras").GetProperty("Needed")!.GetCustomAttribute<ParameterAttribute>()!;
        var optional = Parameters("ISupportsExtras").GetProperty("Silence")!.GetCustomAttribute<ParameterAttribute>()!;

        Assert.Equal((true, "What must be given."), (needed.Mandatory, needed.HelpMessage));
        Assert.Equal((false, "What may be given: nothing, without a task."), (optional.Mandatory, optional.HelpMessage));
    }

    [Fact]
    public void Keywords_are_plain_names_to_a_script()
        => Assert.Equal(["event", "void", "get_object"], Emitted["ISupportsKeywords"].Blocks.Select(static block => block.Name));

    [Theory]
    [InlineData("ISupportsOpening", new[] { "Open" }, new[] { "get_Limit", "Check" })]
    [InlineData("ISupportsReopening", new[] { "Check", "Reopen" }, new[] { "get_Limit", "Open" })]
    public void A_block_of_a_base_is_mandatory_unless_some_interface_implements_it(string capability, string[] mandatory, string[] optional)
    {
        var blocks = Emitted[capability].Blocks.ToLookup(static block => block.IsMandatory, static block => block.Name);

        Assert.Equal(mandatory, blocks[true]);
        Assert.Equal(optional, blocks[false]);
    }

    [Fact]
    public void An_inherited_block_is_that_of_the_base()
    {
        var opening = Emitted["ISupportsOpening"];
        var reopening = Emitted["ISupportsReopening"];

        Assert.Equal(["IMarker", "ISupportsOpening"], reopening.BaseInterfaces.Select(static type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(opening.Interface, reopening.FindBlock("Open")!.DeclaredBy);
        Assert.Equal(reopening.Interface, reopening.FindBlock("Reopen")!.DeclaredBy);
    }

    [Fact]
    public async Task An_implementation_of_a_base_reaches_the_blocks_of_the_capability()
    {
        var invoker = new RecordingInvoker();

        await Call("ISupportsReopening", "Open", invoker);

        Assert.Equal(["Reopen()"], invoker.Calls);
    }

    private static Type Parameters(string capability) => Emitted[capability].CreateParameters().GetType();

    private static async Task<object?> Call(string capability, string block, IBlockInvoker invoker)
        => await Emitted[capability].FindBlock(block)!.Call(Emitted[capability].CreateAdapter(invoker), [], TestContext.Current.CancellationToken);
}
