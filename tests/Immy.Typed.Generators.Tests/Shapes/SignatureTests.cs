using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>Parameters, their defaults, and results of less common shapes.</summary>
public sealed class SignatureTests
{
    private static string[] Two { get; } = ["a", "b"];

    [Theory]
    [InlineData("[Optional, DateTimeConstant(12345)] DateTime value", 12345L)]
    [InlineData("[Optional, DefaultParameterValue(3)] int value", 3)]
    [InlineData("double value = -0.0", -0.0)]
    [InlineData("float value = float.Epsilon", float.Epsilon)]
    [InlineData("long value = long.MinValue", long.MinValue)]
    [InlineData("sbyte value = -128", (sbyte)-128)]
    [InlineData("DayOfWeek value = (DayOfWeek)99", (DayOfWeek)99)]
    [InlineData("DayOfWeek? value = DayOfWeek.Friday", DayOfWeek.Friday)]
    [InlineData("string value = \"\\0\\u2028{{ x }}\"", "\0\u2028{{ x }}")]
    [InlineData("[CallerMemberName] string value = \"\"", "")]
    [InlineData("KeyValuePair<string, int>? value = null", null)]
    public async Task A_default_value_is_that_of_the_contract(string parameter, object? expected)
    {
        var block = (await Shape.EmitAsync($"[Capability] public interface ISupportsThis {{ Task Get({parameter}); }}"))["ISupportsThis"].Blocks[0];

        Assert.True(block.Parameters[0].HasDefault);
        Assert.Equal(expected is long ticks && block.Parameters[0].Type == typeof(DateTime) ? new DateTime(ticks) : expected, block.Parameters[0].DefaultValue);
        Assert.Equal(expected is -0.0, block.Parameters[0].DefaultValue is double number && double.IsNegative(number));
    }

    [Theory]
    [InlineData("params string[] values")]
    [InlineData("params string?[]? values")]
    [InlineData("params IEnumerable<string> values")]
    [InlineData("params IReadOnlyList<string> values")]
    public async Task Params_are_one_argument(string parameter)
    {
        var invoker = new RecordingInvoker();
        await Shape.CallAsync(await Shape.EmitAsync($"[Capability] public interface ISupportsThis {{ Task Get({parameter}); }}"), "ISupportsThis", "Get", invoker, [Two]);

        Assert.Equal(["Get(System.String[])"], invoker.Calls);
    }

    [Theory]
    [InlineData("string? Get()", true)]
    [InlineData("[return: NotNull] string? Get()", false)]
    [InlineData("[return: MaybeNull] string Get()", true)]
    [InlineData("[MaybeNull] string Get { get; }", true)]
    [InlineData("[NotNull] string? Get { get; }", false)]
    [InlineData("Task<string?> Get()", true)]
    [InlineData("Task<int?> Get()", true)]
    [InlineData("IAsyncEnumerable<string?> Get()", true)]
    [InlineData("IReadOnlyList<int?> Get()", true)]
    [InlineData("Task<string[]> Get()", false)]
    [InlineData("unsafe string Get()", false)]
    public async Task A_result_is_as_nullable_as_the_contract_says(string member, bool isNullable)
        => Assert.Equal(isNullable, (await Shape.EmitAsync($"[Capability] public interface ISupportsThis {{ {member}{(member.EndsWith('}') ? "" : ";")} }}"))["ISupportsThis"].Blocks[0].IsResultNullable);

    [Theory]
    [InlineData("string? value", true)]
    [InlineData("[AllowNull] string value", true)]
    [InlineData("[DisallowNull] string? value", false)]
    [InlineData("int? value", true)]
    [InlineData("string?[] value", false)]
    [InlineData("IReadOnlyDictionary<string, string?>? value", true)]
    public async Task A_parameter_is_as_nullable_as_the_contract_says(string parameter, bool isNullable)
        => Assert.Equal(isNullable, (await Shape.EmitAsync($"[Capability] public interface ISupportsThis {{ Task Get({parameter}); Task Other({parameter}) => Task.CompletedTask; }}"))["ISupportsThis"].Blocks[0].Parameters[0].IsNullable);

    [Fact]
    public async Task Records_with_required_members_and_internal_types_go_both_ways()
        => Assert.Equal(
            ["Rec", "Point", "Nullable`1", "Hidden"],
            (await Shape.EmitAsync("""
                public record Rec { public required string Name { get; init; } public required int? Age { get; init; } }
                public readonly record struct Point(int X, int Y);
                internal sealed record Hidden(int Value);
                [Capability] public interface ISupportsRecords
                {
                    Task<Rec> One(Rec value, Point point, Point? other = null, Point third = default);
                    Task<Point> Two();
                    Task<Point?> Three();
                    internal IAsyncEnumerable<Hidden> Four(Hidden hidden);
                }
                """))["ISupportsRecords"].Blocks.Select(static block => block.ResultType.Name));
}
