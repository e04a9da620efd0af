namespace Immy.Typed.Generators.Tests.Shapes;

/// <summary>What may no longer, or not yet, be used is served without a warning that its author could not mend.</summary>
public sealed class ObsoleteTests
{
    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"no\")]")]
    [InlineData("[Obsolete(\"no\", true)]")]
    [InlineData("[Obsolete(\"no\", DiagnosticId = \"ACME1\")]")]
    [InlineData("[Obsolete(\"no\", true, DiagnosticId = \"ACME1\")]")]
    [InlineData("[Experimental(\"ACME2\")]")]
    [InlineData("[Experimental(\"ACME2\"), Obsolete]")]
    public async Task Members_are_served(string attribute)
        => Assert.Equal(3, (await Shape.EmitAsync($$"""
            [Capability] public interface ISupportsOld
            {
                {{attribute}} Task Get(CancellationToken token);
                {{attribute}} int Count { get; }
                {{attribute}} IReadOnlyList<string> List() => [];
            }
            """))["ISupportsOld"].Blocks.Count);

    [Theory]
    [InlineData("[Obsolete(\"no\", true)]")]
    [InlineData("[Obsolete(\"no\", DiagnosticId = \"ACME1\")]")]
    [InlineData("[Experimental(\"ACME2\")]")]
    public async Task Interfaces_and_what_they_stand_in_are_served(string attribute)
    {
        var assembly = await Shape.EmitAsync($$"""
            {{attribute}} [Capability] public interface ISupportsOld { Task Get(CancellationToken token); int Count => 1; }
            {{attribute}} public static class Holder { [Capability] public interface ISupportsHeld { Task Get(CancellationToken token); } }
            {{attribute}} public interface IBase { Task Get(CancellationToken token); }
            {{attribute}} [Capability] public interface ISupportsBase : IBase;
            """);

        Assert.All((string[])["ISupportsOld", "ISupportsHeld", "ISupportsBase"], name => Assert.NotNull(assembly[name].CreateAdapter(new Support.RecordingInvoker())));
    }

    [Theory]
    [InlineData("[Obsolete]", "CS0612")]
    [InlineData("[Obsolete(\"no\", DiagnosticId = \"ACME1\")]", "ACME1")]
    [InlineData("[Experimental(\"ACME2\")]", "ACME2")]
    public async Task Types_that_a_member_uses_are_served(string attribute, string id)
        => Assert.Equal(2, (await Shape.EmitAsync($$"""
            {{attribute}} public record Old(int Value);
            {{attribute}} public enum Kind { One }
            #pragma warning disable {{id}}
            [Capability] public interface ISupportsOld
            {
                IAsyncEnumerable<Old> List(Old? old = null, Kind kind = Kind.One, CancellationToken token = default);
                Task<IReadOnlyDictionary<string, Old[]>> Map(IReadOnlyDictionary<string, Old>? olds);
            }
            """))["ISupportsOld"].Blocks.Count);

    [Fact]
    public async Task A_forbidden_type_is_served_where_the_member_is_obsolete_too()
        => Assert.Single((await Shape.EmitAsync("""
            [Obsolete("no", true)] public record Older(int Value);
            [Capability] public interface ISupportsOlder { [Obsolete] Task<Older> Get(Older older); }
            """))["ISupportsOlder"].Blocks);
}
