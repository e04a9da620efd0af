namespace Immy.Typed.Generators.Tests.CodeFixes;

/// <summary>Each mend changes what it must and leaves the rest as its author wrote it.</summary>
public sealed class MendTests
{
    [Fact]
    public async Task An_interface_is_marked_and_its_namespace_imported_in_order()
        => await Mending.MendsAsync(
            "IMMY005",
            "Add [Capability]",
            """
            using System.Threading;
            using Vendor;

            namespace Vendor { public class Thing; }

            namespace Acme
            {
                /// <summary>Gives things.</summary>
                public interface ISupportsThings
                {
                    /// <summary>Gives one.</summary>
                    Thing Get(CancellationToken cancellationToken);
                }
            }
            """,
            """
            using System.Threading;
            using Immy.Typed;
            using Vendor;

            namespace Vendor { public class Thing; }

            namespace Acme
            {
                /// <summary>Gives things.</summary>
                [Capability]
                public interface ISupportsThings
                {
                    /// <summary>Gives one.</summary>
                    Thing Get(CancellationToken cancellationToken);
                }
            }
            """);

    [Fact]
    public async Task An_interface_in_a_file_without_imports_is_marked()
        => await Mending.MendsAsync(
            "IMMY005",
            "Add [Capability]",
            "// Things.\r\n/// <summary>Gives things.</summary>\r\npublic interface ISupportsThings;\r\n",
            "// Things.\r\nusing Immy.Typed;\r\n\r\n/// <summary>Gives things.</summary>\r\n[Capability]\r\npublic interface ISupportsThings;\r\n");

    [Theory]
    [InlineData("Task Get();", "Task Get(CancellationToken cancellationToken);")]
    [InlineData("Task Get(string id);", "Task Get(string id, CancellationToken cancellationToken);")]
    [InlineData("Task Get(string id = \"1\");", "Task Get(string id = \"1\", CancellationToken cancellationToken = default);")]
    [InlineData("Task Get(params string[] ids);", "Task Get(CancellationToken cancellationToken, params string[] ids);")]
    [InlineData("Task Get(string id, params string[] ids);", "Task Get(string id, CancellationToken cancellationToken, params string[] ids);")]
    [InlineData("Task Get(\n        string id,\n        int count);", "Task Get(\n        string id,\n        int count,\n        CancellationToken cancellationToken);")]
    public async Task A_token_is_added_last(string before, string after)
        => await Mending.MendsAsync("IMMY011", "Add a CancellationToken", Foo(before), Foo(after).Replace("using System.Threading.Tasks;", "using System.Threading;\nusing System.Threading.Tasks;", StringComparison.Ordinal));

    [Theory]
    [InlineData("Task Get(CancellationToken token, string id);", "Task Get(string id, CancellationToken token);")]
    [InlineData("Task Get(int count, CancellationToken token, string id = \"1\");", "Task Get(int count, string id = \"1\", CancellationToken token = default);")]
    public async Task A_token_that_stands_elsewhere_is_put_last(string before, string after)
        => await Mending.MendsAsync("IMMY011", "Put the CancellationToken last", "using System.Threading;\n" + Foo(before), "using System.Threading;\n" + Foo(after));

    [Fact]
    public async Task A_token_is_documented_where_its_neighbours_are()
        => await Mending.MendsAsync(
            "IMMY011",
            "Add a CancellationToken",
            "using System.Threading;\n" + Foo("/// <summary>Gets one.</summary>\n    /// <param name=\"id\">Its id.</param>\n    /// <returns>A task.</returns>\n    Task Get(string id);"),
            "using System.Threading;\n" + Foo("/// <summary>Gets one.</summary>\n    /// <param name=\"id\">Its id.</param>\n    /// <param name=\"cancellationToken\">Stops the script.</param>\n    /// <returns>A task.</returns>\n    Task Get(string id, CancellationToken cancellationToken);"));

    [Theory]
    [InlineData("Task Get();", "/// <summary>Get.</summary>\n    Task Get();")]
    [InlineData("int AgentID_OfVMHost { get; }", "/// <summary>Agent ID of VM host.</summary>\n    int AgentID_OfVMHost { get; }")]
    [InlineData("/// <returns>One.</returns>\n    int GetOneThing();", "/// <summary>Get one thing.</summary>\n    /// <returns>One.</returns>\n    int GetOneThing();")]
    [InlineData("/// <summary></summary>\n    int GetOneThing();", "/// <summary>Get one thing.</summary>\n    int GetOneThing();")]
    [InlineData("/// <summary/>\n    int GetOneThing();", "/// <summary>Get one thing.</summary>\n    int GetOneThing();")]
    public async Task A_summary_is_begun_from_the_name(string before, string after)
        => await Mending.MendsAsync("IMMY012", "Add a summary", Foo(before), Foo(after));

    [Fact]
    public async Task An_interface_gets_a_summary_without_its_letter()
        => await Mending.MendsAsync(
            "IMMY012",
            "Add a summary",
            "[Immy.Typed.Capability]\npublic interface ISupportsListingAgents;",
            "/// <summary>Supports listing agents.</summary>\n[Immy.Typed.Capability]\npublic interface ISupportsListingAgents;");

    [Theory]
    [InlineData("List<int> Get();", "Make it IReadOnlyList<int>", "IReadOnlyList<int> Get();")]
    [InlineData("List<int> Get();", "Make it Task<IReadOnlyList<int>>", "Task<IReadOnlyList<int>> Get();")]
    [InlineData("Task<List<List<int>>> Get();", "Make it Task<IReadOnlyList<IReadOnlyList<int>>>", "Task<IReadOnlyList<IReadOnlyList<int>>> Get();")]
    [InlineData("Task<IEnumerator<int>> Get();", "Make it Task<IReadOnlyList<int>>", "Task<IReadOnlyList<int>> Get();")]
    [InlineData("Task<Task<int>> Get();", "Make it Task<int>", "Task<int> Get();")]
    [InlineData("Task<IAsyncEnumerable<int>> Get();", "Make it IAsyncEnumerable<int>", "IAsyncEnumerable<int> Get();")]
    [InlineData("Task<int>? Get();", "Make it Task<int>", "Task<int> Get();")]
    [InlineData("Task<int[]?> Get();", "Make it Task<int[]>", "Task<int[]> Get();")]
    [InlineData("Task<dynamic> Get();", "Make it Task<object>", "Task<object> Get();")]
    [InlineData("Task<HashSet<int>> Get();", "Make it Task<IReadOnlyList<int>>", "Task<IReadOnlyList<int>> Get();")]
    [InlineData("ref int Get();", "Make it Task<int>", "Task<int> Get();")]
    [InlineData("List<int> Count { get; }", "Make it IReadOnlyList<int>", "IReadOnlyList<int> Count { get; }")]
    public async Task A_result_becomes_one_that_can_cross(string before, string title, string after)
        => await Mending.MendsAsync("IMMY001", title, Foo(before), Foo(after));

    [Theory]
    [InlineData("Task Set(List<int>? ids);", "Make it IReadOnlyList<int>?", "Task Set(IReadOnlyList<int>? ids);")]
    [InlineData("Task Set(System.Threading.CancellationToken? token);", "Make it System.Threading.CancellationToken", "Task Set(System.Threading.CancellationToken token);")]
    [InlineData("Task Set(IReadOnlyDictionary<string, List<int>> ids);", "Make it IReadOnlyDictionary<string, IReadOnlyList<int>>", "Task Set(IReadOnlyDictionary<string, IReadOnlyList<int>> ids);")]
    public async Task A_parameter_becomes_one_that_can_cross(string before, string title, string after)
        => await Mending.MendsAsync("IMMY002", title, Foo(before), Foo(after));

    [Theory]
    [InlineData("IMMY001", "Task<System.Action> Get();")]
    [InlineData("IMMY001", "List<System.Action> Get();")]
    [InlineData("IMMY002", "Task Set(System.Action action);")]
    [InlineData("IMMY002", "Task Set(ref int count);")]
    [InlineData("IMMY003", "Task Get(); Task GetById(); Task Get(string id);")]
    [InlineData("IMMY006", "event System.Action Changed;")]
    [InlineData("IMMY006", "int Count { set; }")]
    public async Task Nothing_is_offered_where_no_mend_is_clear(string id, string member)
        => Assert.Empty(await Mending.OffersAsync(id, Foo(member)));

    [Theory]
    [InlineData("IMMY003", "Task Get();\n    Task Get(string id);", "Rename to GetById", "Task Get();\n    Task GetById(string id);")]
    [InlineData("IMMY003", "Task Get(string id);\n    Task Get();", "Rename to GetAll", "Task Get(string id);\n    Task GetAll();")]
    [InlineData("IMMY010", "Task Verbose();", "Rename to VerboseBlock", "Task VerboseBlock();")]
    [InlineData("IMMY010", "Task Debug();\n    sealed Task Twice() => Debug();", "Rename to DebugBlock", "Task DebugBlock();\n    sealed Task Twice() => DebugBlock();")]
    [InlineData("IMMY016", "Task Get(string host) => Task.FromResult(host);", "Rename to hostValue", "Task Get(string hostValue) => Task.FromResult(hostValue);")]
    [InlineData("IMMY016", "Task Get(string _);", "Rename to value", "Task Get(string value);")]
    [InlineData("IMMY014", "Task Get(int agentId, int AgentID) => Task.FromResult(AgentID);", "Rename to otherAgentID", "Task Get(int agentId, int otherAgentID) => Task.FromResult(otherAgentID);")]
    public async Task A_name_that_is_taken_is_replaced_everywhere(string id, string before, string title, string after)
        => await Mending.MendsAsync(id, title, Foo(before), Foo(after));

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    public async Task A_hidden_interface_is_made_internal(string modifier)
        => await Mending.MendsAsync(
            "IMMY008",
            "Make it internal",
            $"public class Holder {{ [Immy.Typed.Capability] {modifier} interface IFoo; }}",
            "public class Holder { [Immy.Typed.Capability] internal interface IFoo; }");

    [Fact]
    public async Task An_interface_that_its_container_hides_is_left_to_its_author()
        => Assert.Empty(await Mending.OffersAsync("IMMY008", "file class Holder { [Immy.Typed.Capability] public interface IFoo; }"));

    [Theory]
    [InlineData("int Count { get; set; }", "int Count { get; }")]
    [InlineData("int Count { init; get; }", "int Count { get; }")]
    public async Task A_setter_is_removed(string before, string after)
        => await Mending.MendsAsync("IMMY006", "Remove the setter", Foo(before), Foo(after));

    [Fact]
    public async Task All_methods_of_a_file_get_a_token_and_one_import()
        => await Mending.MendsAllAsync(
            "IMMY011",
            Foo("Task Get();\n    Task Set(string id);"),
            Foo("Task Get(CancellationToken cancellationToken);\n    Task Set(string id, CancellationToken cancellationToken);")
                .Replace("using System.Threading.Tasks;", "using System.Threading;\nusing System.Threading.Tasks;", StringComparison.Ordinal));

    [Fact]
    public async Task All_members_of_a_file_get_a_summary()
        => await Mending.MendsAllAsync(
            "IMMY012",
            Foo("Task Get();\n    Task Set(string id);"),
            Foo("/// <summary>Get.</summary>\n    Task Get();\n    /// <summary>Set.</summary>\n    Task Set(string id);"));

    private static string Foo(string member)
        => $"using System.Collections.Generic;\nusing System.Threading.Tasks;\nusing Immy.Typed;\n\n/// <summary>Foo.</summary>\n[Capability]\npublic interface IFoo\n{{\n    {member}\n}}\n";
}
