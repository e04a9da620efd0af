namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY002 and IMMY014: parameters that a script block cannot take.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("ReadOnlySpan<char>", "it lives on the stack only")]
    [InlineData("Action<int>", "it is a delegate, and a script cannot use one")]
    [InlineData("Expression<Func<int, bool>>", "it is an expression tree, and a script cannot use one")]
    [InlineData("void*", "pointers do not leave C#")]
    [InlineData("delegate*<void>", "pointers do not leave C#")]
    [InlineData("(int Id, string Name)", "it is a tuple, and a script cannot use one; declare a record")]
    [InlineData("(int, int)?", "it is a tuple, and a script cannot use one; declare a record")]
    [InlineData("(int, int)[]", "it is a tuple, and a script cannot use one; declare a record")]
    [InlineData("Task", "a task inside a result or a parameter is never awaited")]
    [InlineData("Task<string>", "a task inside a result or a parameter is never awaited")]
    [InlineData("ValueTask", "a task inside a result or a parameter is never awaited")]
    [InlineData("IReadOnlyList<Task>", "a task inside a result or a parameter is never awaited")]
    [InlineData("IAsyncEnumerable<string>", "it is a stream, and a script cannot use one here; return IAsyncEnumerable<T> itself")]
    [InlineData("List<string>", "a list that the receiver may change promises too much; use an array or IReadOnlyList<T>")]
    [InlineData("IEnumerator", "it is an enumerator, and a script cannot use one; use a list")]
    [InlineData("IEnumerator<string>", "it is an enumerator, and a script cannot use one; use a list")]
    [InlineData("string[,]", "arrays of more than one dimension have no counterpart in a pipeline")]
    [InlineData("dynamic", "it is dynamic, which says nothing about the value; use object")]
    [InlineData("Unknown", "it is not known")]
    [InlineData("CancellationToken?", "a token stops the script and never reaches it; declare one CancellationToken")]
    [InlineData("CancellationToken[]", "a token stops the script and never reaches it; declare one CancellationToken")]
    [InlineData("dynamic[]", "it is dynamic, which says nothing about the value; use object")]
    [InlineData("TypedReference", "it lives on the stack only")]
    [InlineData("scoped Span<int>", "it lives on the stack only")]
    [InlineData("params ReadOnlySpan<int>", "it lives on the stack only")]
    [InlineData("IReadOnlyDictionary<string, Action>", "'Action' inside it cannot, since it is a delegate, and a script cannot use one")]
    [InlineData("IReadOnlyDictionary<string, IReadOnlyDictionary<string, Task>>", "'IReadOnlyDictionary<string, Task>' inside it cannot, since 'Task' inside it cannot, since a task inside a result or a parameter is never awaited")]
    [InlineData("IReadOnlyDictionary<string, (int, int)>[]", "'(int, int)' inside it cannot, since it is a tuple, and a script cannot use one; declare a record")]
    public async Task A_parameter_that_cannot_cross_is_told_at_its_type(string type, string reason)
        => await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public unsafe interface IBroken
            {
                Task Set(string fine, CancellationToken cancellationToken, {{Marked(type)}} value);
            }
            """,
            "IMMY002",
            Message(type, reason));

    [Fact]
    public async Task A_second_token_is_told_at_its_type()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task Set(CancellationToken first, [|CancellationToken|] value);
            }
            """,
            "IMMY002",
            Message("CancellationToken", "'first' stops the script already, and a script has one token"));

    [Theory]
    [InlineData("ref")]
    [InlineData("scoped ref")]
    [InlineData("out")]
    [InlineData("in")]
    [InlineData("ref readonly")]
    public async Task A_parameter_by_reference_is_told_at_its_type(string modifier)
        => await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public interface IBroken
            {
                void Set({{modifier}} [|int|] value);
            }
            """,
            "IMMY002",
            Message("int", "it is passed by reference"));

    [Fact]
    public async Task Every_broken_parameter_of_a_method_is_told()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task Set([|Action|] value);
            }

            public interface IOuter
            {
                [Capability]
                public interface IBroken
                {
                    Task Set([|Action|] value);
                }
            }
            """,
            "IMMY002",
            Message("Action", "it is a delegate, and a script cannot use one"));

    [Fact]
    public async Task Parameters_that_differ_in_case_only_are_told_at_the_second_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task Set(string agentId, string [|AgentID|], CancellationToken AGENTID);
            }
            """,
            "IMMY014",
            "IBroken.Set has the parameters 'agentId' and 'AgentID', which are one argument since PowerShell ignores case. Rename one of them.");

    [Theory]
    [InlineData("string? value")]
    [InlineData("int? value = null")]
    [InlineData("params string[] value")]
    [InlineData("string[][] value")]
    [InlineData("IReadOnlyDictionary<string, object?> value")]
    [InlineData("[BlockArguments] IReadOnlyDictionary<string, object?>? value")]
    [InlineData("IEnumerable<DayOfWeek> value")]
    [InlineData("object value")]
    [InlineData("string _invoker, string _adapter, string HealthyDescriptor, string WithoutSetOther")]
    [InlineData("CancellationToken first, Uri @value")]
    public async Task A_parameter_that_can_cross_is_not_told(string parameter)
        => await Analysis.AcceptsAsync(
            $$"""
            [Capability]
            public interface IHealthy
            {
                Task Set({{parameter}});

                Task SetOther({{parameter}}) => Task.CompletedTask;
            }
            """);

    private static string Marked(string type)
        => type.StartsWith("scoped ", StringComparison.Ordinal) || type.StartsWith("params ", StringComparison.Ordinal)
            ? $"{type[..7]}[|{type[7..]}|]"
            : $"[|{type}|]";

    private static string Message(string type, string reason)
        => $"Parameter 'value' of IBroken.Set is '{type.Split("scoped ")[^1].Split("params ")[^1]}', which cannot cross to a script: {reason}. Use a value, an array, a record or a contract interface.";
}
