using Immy.Typed.Generators.Tests.Diagnostics;

namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>Interfaces that extend others, capabilities or not.</summary>
public sealed class InheritanceTests
{
    [Theory]
    [InlineData("IDisposable", "Dispose")]
    [InlineData("IAsyncDisposable", "DisposeAsync")]
    [InlineData("IComparable<string>", "CompareTo")]
    [InlineData("Immybot.Backend.Providers.Interfaces.IProvider", "HealthCheck")]
    public async Task The_members_of_a_base_that_is_no_capability_of_this_assembly_are_blocks(string type, string block)
        => Assert.True((await Shape.EmitAsync($"[Capability] public interface ISupportsMore : {type} {{ Task More(); }}"))["ISupportsMore"].FindBlock(block)!.IsMandatory);

    [Theory]
    [InlineData("Task Get();", "new Task [|Get|]();", "Get")]
    [InlineData("Task Get();", "new Task<int> [|Get|]();", "Get")]
    [InlineData("object Get();", "new string [|Get|](); object IBase.Get() => Get();", "Get")]
    [InlineData("object Name { get; }", "new string [|Name|] { get; }", "get_Name")]
    public async Task A_member_that_hides_one_of_a_base_is_told(string hidden, string hiding, string block)
        => await Analysis.RefusesAsync(
            $"public interface IBase {{ {hidden} }} [Capability] public interface IBroken : IBase {{ {hiding} }}",
            "IMMY003",
            $"IBroken has more than one member that is the block '{block}' (PowerShell ignores case and has no overloads). Give each member a name of its own.");

    [Fact]
    public async Task One_generic_base_with_two_arguments_is_told()
        => await Analysis.RefusesAsync(
            "public interface IBase<T> { Task Get(T value); } [Capability] public interface [|IBroken|] : IBase<string>, IBase<int>;",
            "IMMY003",
            "IBroken has more than one member that is the block 'Get' (PowerShell ignores case and has no overloads). Give each member a name of its own.");

    [Theory]
    [InlineData("IBase<string?>", typeof(string), true)]
    [InlineData("IBase<string>", typeof(string), false)]
    [InlineData("IBase<int?>", typeof(int?), true)]
    [InlineData("IBase<int>", typeof(int), false)]
    [InlineData("IBase<DayOfWeek>", typeof(DayOfWeek), false)]
    public async Task A_generic_base_gives_its_members_the_argument_with_its_nullability(string type, Type argument, bool isNullable)
    {
        var block = (await Shape.EmitAsync($"public interface IBase<T> {{ Task<T> Get(T value, CancellationToken token); }} [Capability] public interface ISupportsThis : {type};"))["ISupportsThis"].Blocks[0];

        Assert.Equal((argument, isNullable), (block.ResultType, block.IsResultNullable));
        Assert.Equal((argument, isNullable), (block.Parameters[0].Type, block.Parameters[0].IsNullable));
    }

    [Fact]
    public async Task A_static_abstract_member_of_a_base_is_told_at_the_interface()
        => await Analysis.RefusesAsync(
            "public interface IBase { static abstract int Make(); static virtual int Count => 1; } [Capability] public interface [|IBroken|] : IBase;",
            "IMMY006",
            "IBroken.Make is a static member, which no script block can be. Declare a method, or a property with a getter only.");

    [Fact]
    public async Task An_interface_nested_in_a_capability_may_be_one_too()
    {
        var assembly = await Shape.EmitAsync("[Capability] public interface ISupportsOuter { Task Get(); [Capability] interface ISupportsInner { Task Get(); } record Value(int Number); enum Kind { One } }");

        Assert.Equal(["Get"], assembly["ISupportsOuter"].Blocks.Select(static block => block.Name));
        Assert.Equal(["Get"], assembly["ISupportsInner"].Blocks.Select(static block => block.Name));
    }
}
