using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>Default implementations see what a class would show them that implements the members for which there is a block.</summary>
public sealed class DefaultImplementationTests
{
    private const string Chain = """
        [Capability] public interface ISupportsChain
        {
            string First() => "first " + Second();
            string Second() => "second " + Third;
            string Third => "third";
            sealed string All() => First();
            private string Hidden() => "";
            static string Shared() => "";
            const int Number = 1;
        }
        """;

    private const string Diamond = """
        [Capability] public interface ISupportsRoot { string Get(); string Say() => "root"; }
        [Capability] public interface ISupportsLeft : ISupportsRoot { string ISupportsRoot.Get() => "left"; }
        [Capability] public interface ISupportsRight : ISupportsRoot { string Right() => "right " + Get(); }
        [Capability] public interface ISupportsBoth : ISupportsLeft, ISupportsRight { string Both(); }
        [Capability] public interface ISupportsRival : ISupportsRoot { string ISupportsRoot.Get() => "rival"; string ISupportsRoot.Say() => "rival"; }
        [Capability] public interface ISupportsUndecided : ISupportsLeft, ISupportsRival;
        """;

    [Theory]
    [InlineData("First", "first second third")]
    [InlineData("First", "block", "First")]
    [InlineData("First", "first block", "Second")]
    [InlineData("First", "first second block", "get_Third")]
    [InlineData("Second", "second block", "First", "get_Third")]
    public async Task A_default_reaches_the_blocks_of_other_optional_members(string block, string expected, params string[] given)
        => Assert.Equal(expected, await Shape.CallAsync(await Shape.EmitAsync(Chain), "ISupportsChain", block, new RecordingInvoker(given) { Answer = "block" }));

    [Theory]
    [InlineData("ISupportsRoot", "Get")]
    [InlineData("ISupportsLeft", "")]
    [InlineData("ISupportsRight", "Get")]
    [InlineData("ISupportsBoth", "Both")]
    [InlineData("ISupportsUndecided", "Get")]
    public async Task A_diamond_asks_for_what_no_base_or_two_rival_bases_implement(string capability, string mandatory)
        => Assert.Equal(
            mandatory,
            string.Join(',', (await Shape.EmitAsync(Diamond))[capability].Blocks.Where(static block => block.IsMandatory).Select(static block => block.Name)));

    [Fact]
    public async Task A_diamond_has_each_block_once_and_takes_the_most_specific_default()
    {
        var both = await Shape.EmitAsync(Diamond);

        Assert.Equal(["Get", "Say", "Right", "Both"], both["ISupportsBoth"].Blocks.Select(static block => block.Name));
        Assert.Equal("right left", await Shape.CallAsync(both, "ISupportsBoth", "Right", new RecordingInvoker()));
        Assert.Equal("right block", await Shape.CallAsync(both, "ISupportsBoth", "Right", new RecordingInvoker("Get") { Answer = "block" }));
        Assert.Equal("rival", await Shape.CallAsync(both, "ISupportsUndecided", "Say", new RecordingInvoker()));
    }

    [Fact]
    public async Task Defaults_may_be_async_iterators_and_virtual()
        => Assert.All(
            (await Shape.EmitAsync("""
                [Capability] public interface ISupportsBodies
                {
                    async Task A(CancellationToken token) { await Task.Yield(); }
                    async ValueTask<int> B() { await Task.Yield(); return 1; }
                    async IAsyncEnumerable<int> C([EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield return 1; }
                    IEnumerable<int> D() { yield return 1; }
                    virtual Task E() => Task.CompletedTask;
                    public virtual int F { get { return 1; } }
                }
                """))["ISupportsBodies"].Blocks,
            static block => Assert.False(block.IsMandatory));
}
