namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY001: results that a script block cannot give.</summary>
public sealed class ResultTests
{
    [Theory]
    [InlineData("Span<byte>", "it lives on the stack only")]
    [InlineData("Task<Action>", "it is a delegate, and a script cannot make one")]
    [InlineData("Func<int, string>", "it is a delegate, and a script cannot make one")]
    [InlineData("Task<Expression<Func<int>>>", "it is an expression tree, and a script cannot make one")]
    [InlineData("int*", "pointers do not leave C#")]
    [InlineData("delegate*<int, void>", "pointers do not leave C#")]
    [InlineData("Task<(int Id, string Name)>", "it is a tuple, and a script cannot make one; declare a record")]
    [InlineData("Task<(int, string)?>", "it is a tuple, and a script cannot make one; declare a record")]
    [InlineData("IAsyncEnumerable<(int, string)>", "it is a tuple, and a script cannot make one; declare a record")]
    [InlineData("(int, string)[]", "it is a tuple, and a script cannot make one; declare a record")]
    [InlineData("Task<Task>", "a task inside a result or a parameter is never awaited")]
    [InlineData("Task<Task<int>>", "a task inside a result or a parameter is never awaited")]
    [InlineData("IAsyncEnumerable<ValueTask<int>>", "a task inside a result or a parameter is never awaited")]
    [InlineData("Task<IAsyncEnumerable<int>>", "it is a stream, and a script cannot make one here; return IAsyncEnumerable<T> itself")]
    [InlineData("Task<List<int>>", "a list that the receiver may change promises too much; use an array or IReadOnlyList<T>")]
    [InlineData("List<int>", "a list that the receiver may change promises too much; use an array or IReadOnlyList<T>")]
    [InlineData("IEnumerator<int>", "it is an enumerator, and a script cannot make one; use a list")]
    [InlineData("Task<IEnumerator>", "it is an enumerator, and a script cannot make one; use a list")]
    [InlineData("Task<int[,]>", "arrays of more than one dimension have no counterpart in a pipeline")]
    [InlineData("Task<dynamic>", "it is dynamic, which says nothing about the value; use object")]
    [InlineData("Task<IReadOnlyDictionary<string, Action>>", "'Action' inside it cannot, since it is a delegate, and a script cannot make one")]
    [InlineData("IAsyncEnumerable<KeyValuePair<string, Task>>", "'Task' inside it cannot, since a task inside a result or a parameter is never awaited")]
    [InlineData("Task<CancellationToken>", "a token stops the script and never reaches it; declare one CancellationToken")]
    [InlineData("Task<HashSet<int>>", "PowerShell hands its objects out one by one, never the collection; use an array or IReadOnlyList<T>")]
    [InlineData("IAsyncEnumerable<Queue<int>>", "PowerShell hands its objects out one by one, never the collection; use an array or IReadOnlyList<T>")]
    [InlineData("IEnumerable", "PowerShell hands its objects out one by one, never the collection; use an array or IReadOnlyList<T>")]
    [InlineData("Task<ArraySegment<byte>>", "PowerShell hands its objects out one by one, never the collection; use an array or IReadOnlyList<T>")]
    [InlineData("ref int", "it is a reference")]
    [InlineData("ref readonly int", "it is a reference")]
    [InlineData("Task<int>?", "the task or stream itself is never null")]
    [InlineData("IAsyncEnumerable<int>?", "the task or stream itself is never null")]
    [InlineData("Task<int[]?>", "a block that writes nothing gives an empty list, never null")]
    [InlineData("IReadOnlyList<int>?", "a block that writes nothing gives an empty list, never null")]
    public async Task A_result_that_cannot_cross_is_told_at_its_type(string type, string reason)
    {
        var shown = type.Replace("ref readonly ", "", StringComparison.Ordinal).Replace("ref ", "", StringComparison.Ordinal);

        await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public unsafe interface IBroken
            {
                [|{{type}}|] Get();
            }
            """,
            "IMMY001",
            $"IBroken.Get returns '{shown}', which cannot cross from a script: {reason}. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.");
    }

    [Fact]
    public async Task A_property_that_cannot_cross_is_told_at_its_type()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                [|Action|] Callback { get; }
            }
            """,
            "IMMY001",
            "IBroken.Callback returns 'Action', which cannot cross from a script: it is a delegate, and a script cannot make one. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.");

    [Fact]
    public async Task A_property_that_is_a_reference_is_told()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                [|ref int|] Count { get; }
            }
            """,
            "IMMY001",
            "IBroken.Count returns 'int', which cannot cross from a script: it is a reference. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.");

    [Fact]
    public async Task An_unknown_type_is_told()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                [|Task<Unknown>|] Get();
            }
            """,
            "IMMY001",
            "IBroken.Get returns 'Task<Unknown>', which cannot cross from a script: it is not known. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.");

    [Fact]
    public async Task Every_broken_result_is_told()
    {
        const string Message = "IBroken.Get returns 'Action', which cannot cross from a script: it is a delegate, and a script cannot make one. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.";

        await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task<string> Fine();

                [|Action|] Get();
            }

            public static class Holder
            {
                [Capability]
                public interface IBroken
                {
                    [|Action|] Get();
                }
            }
            """,
            "IMMY001",
            Message);
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("void")]
    [InlineData("ValueTask")]
    [InlineData("Task<string?>")]
    [InlineData("ValueTask<int?>")]
    [InlineData("Task<object>")]
    [InlineData("Task<Uri>")]
    [InlineData("Task<DayOfWeek>")]
    [InlineData("Task<IReadOnlyDictionary<string, object?>>")]
    [InlineData("IAsyncEnumerable<string>")]
    [InlineData("Task<string[]>")]
    [InlineData("Task<int[][]>")]
    [InlineData("Task<string?[]>")]
    [InlineData("IAsyncEnumerable<int?>")]
    [InlineData("Task<IReadOnlyList<string?>>")]
    [InlineData("Task<Dictionary<string, string>>")]
    [InlineData("Task<System.Collections.ObjectModel.ReadOnlyDictionary<string, string>>")]
    [InlineData("IReadOnlyCollection<Guid>")]
    public async Task A_result_that_can_cross_is_not_told(string type)
        => await Analysis.AcceptsAsync(
            $$"""
            [Capability]
            public interface IHealthy
            {
                {{type}} Get();
            }
            """);
}
