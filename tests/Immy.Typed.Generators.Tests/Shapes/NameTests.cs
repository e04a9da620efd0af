namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>Names that C# allows and that are unusual.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("ISupportsGröße", "Öffnen", "größe")]
    [InlineData("ISupportsखोज", "खोजें", "नाम")]
    [InlineData("ISupports探す", "探す", "名前")]
    [InlineData("IÇalıştır", "İzle", "ışık")]
    [InlineData("ISupports‿Ties", "Tie‿Up", "x‿y")]
    [InlineData("I", "A", "b")]
    [InlineData("_", "__", "_a")]
    [InlineData("I1", "M1", "p1")]
    public async Task Names_in_any_script_are_the_same_to_scripts(string contract, string method, string parameter)
    {
        var block = (await Shape.EmitAsync($"[Capability] public interface {contract} {{ Task {method}(string {parameter}, CancellationToken token); }}"))[contract].Blocks[0];

        Assert.Equal((method, parameter), (block.Name, block.Parameters[0].Name));
    }

    [Fact]
    public async Task An_escape_is_the_letter_that_it_stands_for()
        => Assert.Equal("Get", (await Shape.EmitAsync("[Capability] public interface ISupports\\u0041bc { Task G\\u0065t(string \\u0069d); }"))["ISupportsAbc"].Blocks[0].Name);

    [Theory]
    [InlineData("await")]
    [InlineData("async")]
    [InlineData("var")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("record")]
    [InlineData("nameof")]
    [InlineData("scoped")]
    [InlineData("global")]
    [InlineData("dynamic")]
    [InlineData("unmanaged")]
    [InlineData("extension")]
    [InlineData("required")]
    [InlineData("where")]
    [InlineData("yield")]
    [InlineData("capability")]
    [InlineData("arguments")]
    [InlineData("cancellationToken")]
    [InlineData("invoker")]
    [InlineData("_invoker")]
    [InlineData("_adapter")]
    [InlineData("System")]
    [InlineData("Immy")]
    public async Task A_contextual_keyword_or_a_name_of_generated_code_is_a_name_like_any_other(string name)
    {
        var capability = (await Shape.EmitAsync($$"""
            namespace Acme.{{name}}
            {
                [global::Immy.Typed.Capability] public interface ISupports{{name}}
                {
                    global::System.Threading.Tasks.Task @{{name}}(string @{{name}}, global::System.Threading.CancellationToken token);
                    global::System.Threading.Tasks.Task<int> Optional(string @{{name}}) => global::System.Threading.Tasks.Task.FromResult(1);
                }
                [global::Immy.Typed.Capability] public interface IProperty{{name}} { int @{{name}} { get; } string Optional => ""; }
            }
            """))["ISupports" + name];

        Assert.Equal((name, name), (capability.Blocks[0].Name, capability.Blocks[0].Parameters[0].Name));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("ISupportsNames")]
    [InlineData("SupportsNamesAdapter")]
    [InlineData("ISupportsNamesShim")]
    [InlineData("Name")]
    [InlineData("Call")]
    [InlineData("HasBlock")]
    [InlineData("GetCapability")]
    [InlineData("WithoutOther")]
    public async Task A_block_may_be_named_like_what_is_generated(string name)
        => Assert.Equal(2, (await Shape.EmitAsync($"[Capability] public interface ISupportsNames {{ Task {name}(); Task Other() => Task.CompletedTask; }}"))["ISupportsNames"].Blocks.Count);
}
