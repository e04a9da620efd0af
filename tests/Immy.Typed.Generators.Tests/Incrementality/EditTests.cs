using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests.Incrementality;

/// <summary>What was remembered of an earlier compilation never stands in the way of an edit.</summary>
public sealed class EditTests
{
    private const string Contract = """
        #define Wide
        #nullable enable
        using System.Threading.Tasks;
        using Immy.Typed;

        namespace Acme;

        /// <summary>A contract.</summary>
        [Capability]
        public interface ISupportsEdits : IBase
        {
            /// <summary>Gets one.</summary>
            Task<Thing> Get(Id id, int limit = Limits.High, Level level = Level.Second, string? note = null);

            /// <summary>Gets another.</summary>
            Task<string> Find(string id) => Task.FromResult("body");

        #if Wide
            /// <summary>Only here.</summary>
            Task Widen();
        #endif
        }
        """;

    private const string Elsewhere = """
        global using Id = int;
        using System.Threading.Tasks;
        using Immy.Typed;

        namespace Acme;

        public interface IBase
        {
            /// <summary>The base's own.</summary>
            Task<string> Own();
        }

        public static class Limits
        {
            public const int High = Low + 1;
            private const int Low = 10;
        }

        public enum Level
        {
            First,
            Second = 5,
        }

        [MadeBy("New-Thing")]
        public sealed record Thing(string Name)
        {
            public int Length() => Name.Length;
        }
        """;

    [Theory]
    [InlineData(0, "#nullable enable", "#nullable disable")]
    [InlineData(0, "#define Wide", "")]
    [InlineData(0, "A contract.", "Another contract.")]
    [InlineData(0, "=> Task.FromResult(\"body\");", ";")]
    [InlineData(0, "level = Level.Second", "level = Level.First")]
    [InlineData(0, "[Capability]", "")]
    [InlineData(1, "Id = int", "Id = long")]
    [InlineData(1, "The base's own.", "The base's very own.")]
    [InlineData(1, "Low = 10", "Low = 11")]
    [InlineData(1, "Second = 5", "Second = 6")]
    [InlineData(1, "New-Thing", "New-Other")]
    [InlineData(1, "record Thing(", "record Another(")]
    [InlineData(1, "Task<string> Own", "Task<string?> Own")]
    public void An_edit_gives_what_a_fresh_run_gives(int file, string old, string replacement)
    {
        var first = TrackedRun.First(Contract, Elsewhere);
        var later = first.After(1, "Name.Length", "Name.Length + 1");
        var edited = later.After(file, old, replacement);
        var back = edited.After(1, "Name.Length + 1", "Name.Length");

        Assert.Equal(first.Text, later.Text);
        Assert.NotEqual(first.Text, edited.Text);
        Assert.Equal(edited.Fresh.Text, edited.Text);
        Assert.Equal(edited.Text, back.Text);
    }

    [Fact]
    public void A_reference_that_brings_another_type_counts()
    {
        var vendor = Sources.Compile(Sample.Read("Referenced")).WithAssemblyName("Vendor");
        var compilation = Sources.Compile("[assembly: Immy.Typed.GenerateCapability(typeof(Vendor.ISupportsVendorThings))]");
        var without = TrackedRun.First(compilation);

        var with = without.AfterReferring(vendor.ToMetadataReference());

        Assert.Empty(without.Text);
        Assert.Contains("SupportsVendorThingsAdapter", with.Text, StringComparison.Ordinal);
    }
}
