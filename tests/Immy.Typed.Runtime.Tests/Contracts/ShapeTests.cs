using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Contracts;

/// <summary>Members of every shape, from the call to the script block and back.</summary>
public sealed class ShapeTests
{
    private const string Blocks = """
        $Integration | Add-DynamicIntegrationCapability ISupportsTestShapes `
            -get_TestLevel { 3 } `
            -TellNothing { param($text) Write-Host "told $text" } `
            -TellLater { Write-Host 'later' } `
            -Echo { param($value) $value } `
            -Words { param([string[]]$values) $values } `
            -Numbers { 1; '2'; 3.0 } `
            -Gaps { 'a'; $null; 'b' } `
            -Rows { , @(1, 2); , @('3') } `
            -Table { @{ one = 1; two = '2' } } `
            -await { param($event, $größe) "$event $größe" } `
            -Defaults { param($day, $number, $text) "$day/$number/$text/$($null -eq $number)" } `
            -Turn { param($shape) if ($shape.Name -eq 'square' -and $shape.Corners -eq 4) { $shape } } `
            -Old { 7 }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_member_reaches_its_block_and_gets_its_result()
    {
        await using var host = Host();
        var shapes = (await host.LoadAsync(Scripts.With(Blocks))).As<ISupportsTestShapes>();
        var square = new TestShape { Name = "square", Corners = 4 };

        Assert.Equal(3, shapes.TestLevel);
        Assert.Equal(5, await shapes.Echo(5, Token));
        Assert.Null(await shapes.Echo(null, Token));
        Assert.Equal(["a", "b"], shapes.Words("a", "b"));
        Assert.Empty(shapes.Words());
        Assert.Equal([1, 2, 3], await shapes.Numbers(Token));
        Assert.Equal(["a", null, "b"], await shapes.Gaps(Token).ToListAsync(Token));
        Assert.Equal("x y", await shapes.@await("x", "y", Token));
        Assert.Equal("Friday//it's \"so\"/True", await shapes.Defaults(token: Token));
        Assert.Same(square, await shapes.Turn(square, Token));
    }

    [Fact]
    public async Task Lists_in_a_list_and_tables_are_made_of_what_a_script_writes()
    {
        await using var host = Host();
        var shapes = (await host.LoadAsync(Scripts.With(Blocks))).As<ISupportsTestShapes>();

        Assert.Equal([[1, 2], [3]], await shapes.Rows(Token));
        Assert.Equal(new SortedDictionary<string, int> { ["one"] = 1, ["two"] = 2 }, new SortedDictionary<string, int>((await shapes.Table(Token)).ToDictionary()));
    }

    [Theory]
    [InlineData("@{ one = 'many' }", "Hashtable")]
    [InlineData("@{ one = $null }", "Hashtable")]
    [InlineData("'one'", "String")]
    public async Task A_table_that_is_not_the_contracts_is_told(string written, string type)
    {
        await using var host = Host();
        var shapes = (await host.LoadAsync(Scripts.With(Blocks.Replace("@{ one = 1; two = '2' }", written, StringComparison.Ordinal)))).As<ISupportsTestShapes>();

        Assert.Equal(
            $"Test.ps1(11,14): error IMMY205: ISupportsTestShapes.Table wrote {type}, where one IReadOnlyDictionary[String, Int32] is due. Write a hashtable, @{{ key = value }}, whose keys and values are of those types.",
            await Harness.Calls.FailureAsync(() => shapes.Table(Token)));
    }

    [Fact]
    public async Task A_block_may_declare_that_it_gives_a_hashtable()
    {
        await using var host = Host();
        var script = Scripts.With(Blocks.Replace("@{ one = 1; two = '2' }", "[OutputType([hashtable])] param() @{ ONE = 1 }", StringComparison.Ordinal));

        Assert.Equal(1, (await (await host.LoadAsync(script)).As<ISupportsTestShapes>().Table(Token))["one"]);
    }

    [Fact]
    public async Task What_owes_nothing_runs_its_block()
    {
        await using var host = Host();
        var shapes = (await host.LoadAsync(Scripts.With(Blocks))).As<ISupportsTestShapes>();

        shapes.TellNothing("it");
        Assert.Equal("told it", Assert.Single(host.Observer.Last.Records).Message);
        await shapes.TellLater(Token);
        Assert.Equal("later", Assert.Single(host.Observer.Last.Records).Message);
    }

    [Fact]
    public async Task A_member_that_nobody_may_call_any_more_is_served_by_its_descriptor()
    {
        await using var host = Host();
        object integration = await host.LoadAsync(Scripts.With(Blocks));
        var old = CapabilityCatalog.ListOf(typeof(ShapeTests).Assembly).Capabilities.Single(static known => known.Interface == typeof(ISupportsTestShapes)).FindBlock("Old")!;

        Assert.Equal(7, await old.Call(integration, [], Token));
    }

    [Theory]
    [InlineData("", "first second")]
    [InlineData(" -Second { 'block' }", "first block")]
    [InlineData(" -First { 'block' }", "block")]
    public async Task A_default_implementation_asks_the_block_of_another_optional_member(string blocks, string answer)
    {
        await using var host = Host();
        var shapes = (await host.LoadAsync(Scripts.With(Blocks + blocks))).As<ISupportsTestShapes>();

        Assert.Equal(answer, await shapes.First(Token));
    }

    [Fact]
    public void Two_packages_with_one_name_in_two_namespaces_are_told_with_both()
        => Assert.Equal(
            "Two capabilities are named 'ISupportsTestTwins': Immy.Typed.Runtime.Tests.Contracts.ShapeTests+One+ISupportsTestTwins in Immy.Typed.Runtime.Tests and Immy.Typed.Runtime.Tests.Contracts.ShapeTests+Two+ISupportsTestTwins in Immy.Typed.Runtime.Tests. Scripts name a capability by its simple name: rename one of the interfaces, or leave one of the assemblies out. (Parameter 'lists')",
            Assert.Throws<ArgumentException>(static () => new CapabilityCatalog([new Package(typeof(One.ISupportsTestTwins)), new Package(typeof(Two.ISupportsTestTwins))])).Message);

    private static TestHost Host() => new(build: static builder => builder.AddCapabilities(typeof(ShapeTests).Assembly));

    private static class One
    {
#pragma warning disable IMMY005 // Their descriptors are written below.
        internal interface ISupportsTestTwins;
    }

    private static class Two
    {
        internal interface ISupportsTestTwins;
#pragma warning restore IMMY005
    }

    private sealed class Package(Type contract) : ICapabilityList
    {
        public IReadOnlyList<CapabilityDescriptor> Capabilities { get; } =
        [
            new()
            {
                Name = contract.Name,
                Interface = contract,
                BaseInterfaces = [],
                Blocks = [],
                CreateParameters = static () => throw new NotSupportedException(),
                CreateAdapter = static _ => throw new NotSupportedException(),
                Shim = contract.TypeHandle,
            },
        ];
    }
}
